/**
 * The smallest value that at least this share of the values do not exceed (nearest rank): always one that occurred.
 *
 * @param sorted ascending
 * @param share from 0 to 1, e.g. 0.99
 * @returns NaN for no values
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return NaN;
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1]!;
}
