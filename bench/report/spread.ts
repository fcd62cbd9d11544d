export interface Spread {
  readonly mean: number;
  /** Of the whole that the values were drawn from, as far as they tell; NaN for fewer than two. */
  readonly variance: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return { mean: middle, variance: squares / (values.length - 1) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
