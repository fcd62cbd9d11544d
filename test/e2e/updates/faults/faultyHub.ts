import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { removeDataDir } from '../../../../bench/measured/removeDataDir';
import { createDemoIssuer, type DemoIssuer } from '../../../../gateway/identity/demoIssuer';
import { prepareEventsDatabase } from '../../../../gateway/updates/log/prepareEventsDatabase';
import { projectFolder } from '../../../../schema/files';
import { toPublicKey } from '../../../../schema/protocol/signing';
import { agencySubgraphs, subgraphNames, type SubgraphName } from '../../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../../subgraphs/demo/loadWorld';
import { prepareRegisters } from '../../../../subgraphs/demo/prepareRegisters';
import { storyChildren } from '../../../../subgraphs/demo/stories';
import { startEmbeddedPostgres } from '../../../../subgraphs/shared/database/embeddedPostgres';

export type Part = SubgraphName | 'gateway';

/** A hub of processes, each of which can be ended as `kill -9` does, on a PostgreSQL of its own. */
export interface FaultyHub {
  readonly address: string;
  readonly issuer: DemoIssuer;
  readonly signingKey: string;
  readonly urls: Readonly<Record<SubgraphName | 'audit' | 'events', string>>;
  /** Ends a process without a word and starts it again. */
  killAndRestart(part: Part): Promise<void>;
  /** Ends one server process of PostgreSQL, which makes it end all others and recover. */
  crashPostgres(): Promise<void>;
  close(): Promise<void>;
}

/** @param nats where the event log is; absent: on PostgreSQL */
export async function startFaultyHub(nats?: string): Promise<FaultyHub> {
  const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-faults-'));
  const names = [...subgraphNames, 'audit', 'events'] as const;
  const flags = ['fsync=off', 'max_connections=200'];
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'pg'), databases: names, flags });
  const urls = postgres.urls as FaultyHub['urls'];
  await prepareRegisters(urls);
  await loadWorld(urls, storyChildren(new Date()));
  await prepareEventsDatabase(urls.events, 3);
  const { privateKey } = generateKeyPairSync('ed25519');
  const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const issuer = await createDemoIssuer(folder);
  const ports = new Map<Part, number>();
  for (const part of [...subgraphNames, 'gateway'] as const) ports.set(part, await freePort());
  const log: Record<string, string> = nats ? { NATS_URL: nats } : { DATABASE_URL_EVENTS: urls.events };
  const addresses = Object.fromEntries(
    subgraphNames.map((name) => [
      `SUBGRAPH_URL_${name.toUpperCase()}`,
      `http://127.0.0.1:${ports.get(name)}/graphql`,
    ]),
  );
  const envOf = (part: Part): Record<string, string> => ({
    PATH: process.env['PATH'] ?? '',
    PORT: String(ports.get(part)),
    DATA_DIR: folder,
    AGENCY_TIMEOUT_MS: '5000',
    ...log,
    ...(part === 'gateway'
      ? { ...addresses, GATEWAY_SIGNING_KEY: signingKey, DATABASE_URL_AUDIT: urls.audit }
      : { [`DATABASE_URL_${part.toUpperCase()}`]: urls[part], GATEWAY_VERIFY_KEY: toPublicKey(signingKey) }),
    ...(part === 'identification' && {
      ...addresses,
      GATEWAY_SIGNING_KEY: signingKey,
      DATABASE_URL_AUDIT: urls.audit,
      WEBHOOK_LOOPBACK: 'allow',
      // What the clock says of the children of the stories would come among the events that are counted.
      DUTY_CLOCK: 'off',
    }),
  });
  const running = new Map<Part, ChildProcess>();
  const start = async (part: Part): Promise<void> => {
    const args = part === 'gateway' ? ['gateway/main.ts', '--gateway-only'] : ['subgraphs/main.ts', part];
    const child = spawn(process.execPath, ['-r', '@swc-node/register', ...args], {
      cwd: projectFolder(),
      env: envOf(part),
      stdio: 'ignore',
    });
    running.set(part, child);
    await untilHealthy(`http://127.0.0.1:${ports.get(part)}/health`, child);
  };
  const end = async (part: Part): Promise<void> => {
    const child = running.get(part)!;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await ended;
  };
  for (const name of agencySubgraphs) await start(name);
  await start('identification');
  await start('gateway');
  return {
    address: `http://127.0.0.1:${ports.get('gateway')}`,
    issuer,
    signingKey,
    urls,
    killAndRestart: async (part) => {
      await end(part);
      await start(part);
    },
    crashPostgres: () => crash(urls.audit),
    close: async () => {
      await Promise.all([...running.keys()].map(end));
      await postgres.stop();
      removeDataDir(join(folder, 'pg'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function crash(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  process.kill(rows[0]!.pid, 'SIGKILL');
  await client.end().catch(() => undefined);
  for (;;) {
    const probe = new Client({ connectionString: url });
    probe.on('error', () => undefined);
    try {
      await probe.connect();
      return await probe.end();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${url}: ended before it was ready`);
    const healthy = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
