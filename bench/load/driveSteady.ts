import { Pool } from 'undici';
import type { HttpQuestion } from './driveLoad';
import { isAnswered } from './isAnswered';
import { summariseLatencies, type LoadResult } from './loadResult';

export interface SteadyLoad {
  readonly address: string;
  /** Asked in turn, over and over. */
  readonly questions: readonly HttpQuestion[];
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** As many as a client of many users opens. */
const connections = 64;

/**
 * Sends requests at even moments, whether or not the earlier ones are answered. A latency counts from the moment at
 * which the request was due, so that a server that is behind is not asked less for it.
 */
export async function driveSteady({
  address,
  questions,
  rate,
  seconds,
  signal,
}: SteadyLoad): Promise<LoadResult> {
  const pool = new Pool(address, { connections, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const latencies: number[] = [];
  let failures = 0;
  const under: Promise<void>[] = [];
  const begin = performance.now();
  const ask = async (index: number): Promise<void> => {
    const answered = await isAnswered(pool, questions[index % questions.length]!, signal);
    if (answered) latencies.push(performance.now() - begin - (index / rate) * 1_000);
    else failures += 1;
  };
  try {
    for (let sent = 0; sent < rate * seconds;) {
      signal.throwIfAborted();
      const due = Math.floor(((performance.now() - begin) / 1_000) * rate);
      for (; sent <= due; sent += 1) under.push(ask(sent));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(under);
    return { ...summariseLatencies(latencies, (performance.now() - begin) / 1_000), failures };
  } finally {
    await pool.destroy();
  }
}
