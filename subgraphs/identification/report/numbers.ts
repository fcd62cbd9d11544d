const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });

/** How a hidden number is written. */
export const hiddenMark = '..';

export function toCount(count: number | null): string {
  return count === null ? hiddenMark : whole.format(count);
}

/** In percent; nothing where either number is hidden. */
export function toShare(part: number | null, whole: number | null): string {
  return part === null || !whole ? '' : `${tenth.format((100 * part) / whole)} %`;
}

export function toDay(instant: string): string {
  const format = { dateStyle: 'long', timeZone: 'Europe/Stockholm' } as const;
  return new Date(instant).toLocaleDateString('sv-SE', format);
}
