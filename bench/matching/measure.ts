/** One line of the table. */
export interface Measure {
  readonly measure: string;
  /** What others reach on it, or a dash. */
  readonly reference: string;
  readonly goal: string;
  readonly got: string;
}
