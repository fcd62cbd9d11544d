import { Pool } from 'undici';
import { isAnswered } from './isAnswered';
import { summariseLatencies, type LoadResult } from './loadResult';

export interface HttpQuestion {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Load {
  /** Of a server on this machine, e.g. `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Asked in turn, over and over. */
  readonly questions: readonly HttpQuestion[];
  /** Each keeps one request under way. */
  readonly connections: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

export interface DrivenLoad extends LoadResult {
  /** Of each answer, in milliseconds, in the order of the answers. */
  readonly latencies: readonly number[];
}

/** No server answers as much; a loop that no longer waits would otherwise fill the memory with latencies. */
const mostRequests = 2_000_000;

/** Keeps every connection busy for the time given; the requests under way then are finished and counted. */
export async function driveLoad({
  address,
  questions,
  connections,
  seconds,
  signal,
}: Load): Promise<DrivenLoad> {
  const pool = new Pool(address, { connections, pipelining: 1, headersTimeout: 10_000, bodyTimeout: 10_000 });
  const latencies: number[] = [];
  let failures = 0;
  let next = 0;
  const begin = performance.now();
  const ask = async (): Promise<void> => {
    while (performance.now() - begin < seconds * 1_000 && latencies.length + failures < mostRequests) {
      signal.throwIfAborted();
      const question = questions[next++ % questions.length]!;
      const sent = performance.now();
      if (await isAnswered(pool, question, signal)) latencies.push(performance.now() - sent);
      else failures += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, ask));
    return { ...summariseLatencies(latencies, (performance.now() - begin) / 1_000), failures, latencies };
  } finally {
    await pool.destroy();
  }
}
