import { percentile } from '../report/percentile';

export interface LoadResult {
  readonly answers: number;
  /** Requests that ended with another status than 200, or with errors. */
  readonly failures: number;
  /** Answers per second. */
  readonly throughput: number;
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** @param latencies in milliseconds, in any order */
export function summariseLatencies(
  latencies: readonly number[],
  seconds: number,
): Omit<LoadResult, 'failures'> {
  const sorted = Float64Array.from(latencies).sort();
  return {
    answers: sorted.length,
    throughput: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
  };
}
