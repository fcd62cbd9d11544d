import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { subgraphNames, type SubgraphName } from '../../schema/protocol/vocabulary';
import { untilDisconnected } from '../../subgraphs/demo/cli/untilDisconnected';
import type { DemoChild } from '../../subgraphs/demo/demoChild';
import { loadWorld } from '../../subgraphs/demo/loadWorld';
import { prepareRegisters } from '../../subgraphs/demo/prepareRegisters';
import { startEmbeddedPostgres } from '../../subgraphs/shared/database/embeddedPostgres';
import { removeDataDir } from '../measured/removeDataDir';

export interface Registers {
  /** A folder of this run alone, unless it is kept. */
  readonly dataDir: string;
  /** Whether an earlier run has loaded what is kept. */
  readonly loaded: boolean;
  readonly urls: Readonly<Record<SubgraphName | 'audit' | 'events', string>>;
  /** @returns how many children the four agencies took in, per second */
  load(children: Iterable<DemoChild>, signal: AbortSignal): Promise<number>;
  close(): Promise<void>;
}

/**
 * The agencies' databases on a PostgreSQL of this run's own, as durable as in use.
 * @param keptIn a folder that stays, for runs to come; null: one that goes
 * @param flags of PostgreSQL's server
 */
export async function openRegisters(
  keptIn: string | null = null,
  flags: readonly string[] = [],
): Promise<Registers> {
  if (keptIn !== null) mkdirSync(keptIn, { recursive: true });
  const dataDir = keptIn ?? mkdtempSync(join(tmpdir(), 'skyddsnat-bench-'));
  const mark = join(dataDir, 'loaded');
  const remove = (): void => {
    if (keptIn === null) removeDataDir(dataDir);
  };
  try {
    const databases = [...subgraphNames, 'audit', 'events'];
    const embedded = await startEmbeddedPostgres({ dataDir, databases, flags });
    const urls = embedded.urls as Registers['urls'];
    return {
      dataDir,
      urls,
      loaded: existsSync(mark),
      load: async (children, signal) => {
        const rate = await loadAndSettle(urls, children, signal);
        writeFileSync(mark, '');
        return rate;
      },
      close: async () => {
        await untilDisconnected(embedded.adminUrl);
        await embedded.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function loadAndSettle(
  urls: Registers['urls'],
  children: Iterable<DemoChild>,
  signal: AbortSignal,
): Promise<number> {
  await prepareRegisters(urls);
  const begin = performance.now();
  const loaded = await loadWorld(urls, children, { signal });
  const rate = (loaded * 1_000) / (performance.now() - begin);
  // Otherwise PostgreSQL would do it by itself, in the middle of a measurement.
  for (const name of subgraphNames) await vacuum(urls[name], signal);
  return rate;
}

async function vacuum(url: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}
