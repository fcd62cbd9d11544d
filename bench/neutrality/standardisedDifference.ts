/**
 * How far two samples of times stand apart: the difference of the means of their logarithms, in pooled standard
 * deviations (Cohen's d). Logarithms, since few long times would hide what the many short ones tell.
 */
export function standardisedDifference(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [summarise(one), summarise(other)];
  const pooled = Math.sqrt((a.variance + b.variance) / 2);
  return pooled === 0 ? 0 : (a.mean - b.mean) / pooled;
}

function summarise(times: readonly number[]): { mean: number; variance: number } {
  const logarithms = times.map(Math.log);
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length;
  const squares = logarithms.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (logarithms.length - 1) };
}
