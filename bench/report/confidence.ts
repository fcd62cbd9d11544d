import { spreadOf } from './spread';

/** Two-sided Student's t at 95 percent, from one degree of freedom on; for more than thirty it is 4 percent less at most. */
const student = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

export interface Confidence {
  readonly mean: number;
  /** How far from it, to either side, the true mean lies with 95 percent. */
  readonly half: number;
}

/** @param sample of two values or more, normally distributed */
export function confidenceOf(sample: readonly number[]): Confidence {
  const { mean, variance } = spreadOf(sample);
  const degrees = sample.length - 1;
  const factor = student[Math.min(degrees, student.length) - 1] ?? NaN;
  return { mean, half: factor * Math.sqrt(variance / sample.length) };
}
