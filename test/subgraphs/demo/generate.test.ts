import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import { createTestDatabase, type TestDatabase } from '../../harness/database';

const databases: TestDatabase[] = [];
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  env = { ...process.env };
  for (const agency of agencySubgraphs) {
    const database = await createTestDatabase(`generate_${agency}`);
    databases.push(database);
    env[`DATABASE_URL_${agency.toUpperCase()}`] = database.url;
  }
});

afterAll(async () => {
  for (const database of databases) await database.drop();
});

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user would; `onLine` may act on what it says meanwhile. */
function generate(
  args: string[],
  onLine: (running: ChildProcess, text: string) => void = () => {},
): Promise<Outcome> {
  const running = spawn(
    process.execPath,
    ['-r', '@swc-node/register', 'subgraphs/demo/generate.ts', ...args],
    { env },
  );
  const said = { stdout: '', stderr: '' };
  running.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  running.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString();
    onLine(running, said.stderr);
  });
  return new Promise((resolve) => running.once('exit', (code) => resolve({ code, ...said })));
}

async function countMigrationChildren(): Promise<number> {
  const client = new Client({ connectionString: env['DATABASE_URL_MIGRATION'] });
  await client.connect();
  try {
    return (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM child')).rows[0]!.count;
  } finally {
    await client.end();
  }
}

describe('npm run generate', () => {
  it('makes the tables, loads the children, and says how many and how fast', async () => {
    const { code, stdout, stderr } = await generate(['--children', '60', '--seed', '2']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('100 % · 60 / 60 barn/children'),
    });
    expect(stdout).toMatch(/60 children loaded in [\d.]+ s \(seed 2\)\./);
    expect(await countMigrationChildren()).toBeGreaterThan(50);
  });

  it('refuses a seed that is loaded already, in both languages', async () => {
    const { code, stderr } = await generate(['--children', '60', '--seed', '2']);
    expect(code).toBe(1);
    expect(stderr).toContain('Välj ett annat frö');
    expect(stderr).toContain('Choose another seed');
  });

  it('writes nothing when it is interrupted, and says so', async () => {
    const before = await countMigrationChildren();
    let interrupted = false;
    const { code, stderr } = await generate(['--children', '100000', '--seed', '3'], (running, text) => {
      if (interrupted || !text.includes('barn/children')) return;
      interrupted = running.kill('SIGINT');
    });
    expect(code).toBe(130);
    expect(stderr).toContain('Avbrutet: ingenting har skrivits. / Interrupted: nothing was written.');
    expect(await countMigrationChildren()).toBe(before);
  });

  it('writes what each agency would export, in files that are whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-generate-'));
    const { code, stdout } = await generate(['--children', '60', '--seed', '2', '--to', folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/60 children written in [\d.]+ s \(seed 2\)\./);
    expect(readdirSync(folder).sort()).toEqual(agencySubgraphs.map((agency) => `${agency}.ndjson`).sort());
    const lines = readFileSync(join(folder, 'migration.ndjson'), 'utf8').trim().split('\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(JSON.parse(lines[0]!)).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    rmSync(folder, { recursive: true });
  });

  it('says how it is used when no number of children is given', async () => {
    const { code, stderr } = await generate([]);
    expect(code).toBe(1);
    expect(stderr).toContain('npm run generate -- --children 100000 [--seed 1] [--to FOLDER]');
  });
});
