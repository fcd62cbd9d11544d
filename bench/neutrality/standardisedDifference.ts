import { spreadOf } from '../report/spread';

/**
 * How far two samples of times stand apart: the difference of the means of their logarithms, in pooled standard
 * deviations (Cohen's d). Logarithms, since few long times would hide what the many short ones tell.
 */
export function standardisedDifference(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [spreadOf(one.map(Math.log)), spreadOf(other.map(Math.log))];
  const pooled = Math.sqrt((a.variance + b.variance) / 2);
  return pooled === 0 ? 0 : (a.mean - b.mean) / pooled;
}
