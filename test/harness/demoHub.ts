import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Client } from 'pg';
import { removeDataDir } from '../../bench/measured/removeDataDir';
import { createDatabaseFinder } from '../../gateway/databases/findDatabase';
import { createDemoIssuer, type DemoIssuer } from '../../gateway/identity/demoIssuer';
import { projectFolder } from '../../schema/files';
import { subgraphNames } from '../../schema/protocol/vocabulary';
import { headersOf, type Asker } from './hub';
import { startProgram, type Program } from './startProgram';

export const databaseNames = [...subgraphNames, 'audit', 'events'] as const;
export type DatabaseName = (typeof databaseNames)[number];

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** The demo as `npm start` runs it, on a folder of its own, with the commands of its administrator. */
export interface DemoHub {
  readonly folder: string;
  readonly issuer: DemoIssuer;
  readonly program: Program;
  readonly urls: Readonly<Record<DatabaseName, string>>;
  ask(asker: Asker, query: string, variables?: object): Promise<Answer>;
  /** Runs a command on the hub's folder, e.g. `gateway/keeping/erase.ts`. */
  command(file: string, ...args: string[]): Promise<Ended>;
  remove(): Promise<void>;
}

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape
  readonly data: any;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}

/** @param folder made by a command before; absent: a new one */
export async function createDemoHub(folder = makeFolder()): Promise<DemoHub> {
  const env = { DATA_DIR: folder, PORT: '0', SEARCH_BUDGET_FACTOR: '1000', DUTY_CLOCK: 'off' };
  const issuer = await createDemoIssuer(folder);
  const program = await startProgram(['gateway/main.ts'], env);
  return {
    folder,
    issuer,
    program,
    urls: await findDatabases(folder),
    ask: async (asker, query, variables) => {
      const response = await fetch(`${program.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await headersOf(asker, issuer)) },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    command: (file, ...args) => runCommand(file, args, { DATA_DIR: folder }),
    remove: async () => {
      await program.stop();
      removeDataDir(folder);
    },
  };
}

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'skyddsnat-demo-'));

export function runCommand(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Ended> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', file, ...args], {
    cwd: projectFolder(),
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((ended) => child.once('exit', (code) => ended({ code, output })));
}

/** The databases of a hub that runs. */
async function findDatabases(folder: string): Promise<DemoHub['urls']> {
  const finder = createDatabaseFinder({ DATA_DIR: folder }, () =>
    Promise.reject(new Error('it runs already')),
  );
  const found = await Promise.all(
    databaseNames.map(async (name) => [name, await finder.find(name)] as const),
  );
  return Object.fromEntries(found) as DemoHub['urls'];
}

/** Every row of every table of a database as text, the planner's samples as well; by table. */
export async function readEverything(url: string): Promise<Map<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
       UNION ALL VALUES ('pg_catalog.pg_stats'), ('pg_catalog.pg_stats_ext_exprs')`,
    );
    const all = new Map<string, string[]>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
      all.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return all;
  } finally {
    await client.end();
  }
}

/** The files under a folder in which one of the words stands, with PostgreSQL's, wherever they lie. */
export function findInFiles(folder: string, words: readonly string[]): string[] {
  const cluster = realpathSync(join(folder, 'postgres'));
  const needles = words.map((word) => Buffer.from(word));
  return [folder, cluster].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => {
        const content = readFileSync(path);
        return needles.some((needle) => content.includes(needle));
      })
      .map((path) => relative(root, path)),
  );
}
