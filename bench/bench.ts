import type { BenchOptions } from './readArguments';

/** One measurement that `npm run bench` offers by name. */
export interface Bench {
  /** What it measures, in a line. */
  readonly about: string;
  run(call: BenchCall): Promise<void>;
}

export interface BenchCall {
  readonly options: BenchOptions;
  /** Aborted by Ctrl-C: the bench stops what it started and rejects with the reason. */
  readonly signal: AbortSignal;
  /** A line of progress. */
  say(line: string): void;
  /** A part of the result. */
  print(text: string): void;
}
