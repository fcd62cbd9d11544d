import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { request } from 'undici';
import { createDemoIssuer } from '../../gateway/identity/demoIssuer';
import { generateWorld } from '../../subgraphs/demo/generateWorld';
import type { Bench, BenchCall } from '../bench';
import { measure } from '../foundChild/measure';
import { openRegisters, type Registers } from '../foundChild/registers';
import { driveCalls } from './driveCalls';
import { summariseLatencies } from '../load/loadResult';
import type { HttpQuestion } from '../load/driveLoad';
import type { MeasuredProcess } from '../measured/startMeasured';
import { startMeasuredHub } from '../measured/startMeasuredHub';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';

/** What a county's year costs: counted and protected once, asked for often; beside one SQL over one joined table. */
export const statistics: Bench = {
  about: 'a county-year table through the hub, and one SQL over a single joined table',
  run: async (call) => {
    call.print(`# statistics\n\n${describeMachine()}; hub, PostgreSQL and load share it.\n`);
    const rows: string[][] = [];
    for (const size of call.options.children) rows.push(...(await measureSize(size, call)));
    call.print(formatTable(['children', 'what', 'answers/s', 'p50 ms', 'p99 ms'], rows));
  },
};

const county = '01';
const warmUpSeconds = 2;
/** Soon after the year that is counted, so that it is the fullest. */
const endOfWorld = new Date('2026-01-05T12:00:00Z');

async function measureSize(size: number, call: BenchCall): Promise<string[][]> {
  const { signal, say, options } = call;
  const registers = await openRegisters(options.data && join(resolve(options.data), String(size)));
  try {
    if (!registers.loaded) {
      say(`Loading ${size} children …`);
      await registers.load(generateWorld({ children: size, seed: 1, now: endOfWorld }), signal);
    }
    const year = endOfWorld.getFullYear() - 1;
    await forget(registers);
    const floor = await measureFloor(registers, year, call);
    const hub = await startMeasuredHub(registers, { env: { DUTY_CLOCK: 'off' } });
    try {
      const question = await askedBy(registers, year);
      say('Counting the year for the first time …');
      const first = await askUntilPublished(hub, question, signal);
      assertSame(first.cells, floor.cells);
      await measure(hub, { questions: [question], connections: 1, seconds: warmUpSeconds, signal });
      const asked = await measure(hub, {
        questions: [question],
        connections: 1,
        seconds: options.seconds,
        signal,
      });
      if (asked.failures > 0) throw new Error(`${asked.failures} answers of the hub failed.`);
      const row = (what: string, figures: readonly (number | null)[]): string[] => [
        formatNumber(size),
        what,
        ...figures.map((figure) => (figure === null ? '–' : formatNumber(figure))),
      ];
      return [
        row('SQL by hand, one joined table', [floor.throughput, floor.p50, floor.p99]),
        row('hub, a published year', [asked.throughput, asked.p50, asked.p99]),
        row('hub, the year counted and protected first', [null, first.ms, null]),
      ];
    } finally {
      await hub.stop();
    }
  } finally {
    await registers.close();
  }
}

/** An earlier run on kept registers has published the year; a first one has no hub that made the table yet. */
async function forget({ urls }: Registers): Promise<void> {
  const client = new Client({ connectionString: urls.municipality });
  await client.connect();
  try {
    await client.query(`DO $$ BEGIN
      IF to_regclass('statistics_publication') IS NOT NULL THEN DELETE FROM statistics_publication; END IF;
    END $$`);
  } finally {
    await client.end();
  }
}

interface Floor {
  readonly throughput: number;
  readonly p50: number;
  readonly p99: number;
  readonly cells: ReadonlyMap<string, number>;
}

/** The same table by hand, from everything that it needs in one place: no agencies, no secrecy, nothing hidden. */
async function measureFloor(
  { urls }: Registers,
  year: number,
  { options, signal }: BenchCall,
): Promise<Floor> {
  const client = new Client({ connectionString: urls.municipality });
  await client.connect();
  try {
    await client.query(`CREATE TABLE bench_joined AS
      SELECT substr(e.absconded_from, 1, 2) AS county, coalesce(c.identity ->> 'sex', 'UNKNOWN') AS sex,
        extract(year FROM e.absconded_at AT TIME ZONE 'Europe/Stockholm')::int AS year
      FROM absconding_episode e JOIN child c ON c.id = e.child_id WHERE NOT c.protected_identity`);
    await client.query('VACUUM (ANALYZE) bench_joined');
    const count = () =>
      client.query<{ sex: string; count: number }>({
        name: 'floor',
        text: 'SELECT sex, count(*)::int AS count FROM bench_joined WHERE county = $1 AND year = $2 GROUP BY sex',
        values: [county, year],
      });
    const { rows } = await count();
    await driveCalls(count, warmUpSeconds, signal);
    const latencies = await driveCalls(count, options.seconds, signal);
    return {
      ...summariseLatencies(latencies, options.seconds),
      cells: new Map(rows.map(({ sex, count: units }) => [sex, units])),
    };
  } finally {
    await client.query('DROP TABLE IF EXISTS bench_joined');
    await client.end();
  }
}

async function askedBy({ dataDir }: Registers, year: number): Promise<HttpQuestion> {
  const issuer = await createDemoIssuer(dataDir);
  const token = await issuer.issue({ role: 'COUNTY_ANALYST' });
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'STATISTICS',
    },
    body: JSON.stringify({
      query: `{ statistics(filter: { subject: ABSCONDINGS, year: ${year}, where: { dimension: COUNTY, category: "${county}" } },
        groupBy: [SEX]) { cells { categories count } } }`,
    }),
  };
}

interface Published {
  /** From the first question to the first table. */
  readonly ms: number;
  readonly cells: readonly { readonly categories: readonly [string]; readonly count: number | null }[];
}

async function askUntilPublished(
  hub: MeasuredProcess,
  question: HttpQuestion,
  signal: AbortSignal,
): Promise<Published> {
  const begin = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const { body } = await request(`${hub.address}/graphql`, { method: 'POST', ...question });
    const { data, errors } = (await body.json()) as {
      data?: { statistics: Published | null } | null;
      errors?: { extensions: { code: string }; message: string }[];
    };
    if (data?.statistics) return { ms: performance.now() - begin, cells: data.statistics.cells };
    const [error] = errors ?? [];
    if (error?.extensions.code !== 'AGENCY_UNAVAILABLE') throw new Error(error?.message ?? 'no answer');
  }
}

/** Both count the same, or the comparison is worth nothing. */
function assertSame(shown: Published['cells'], counted: ReadonlyMap<string, number>): void {
  for (const { categories, count } of shown) {
    if (count !== null && count !== (counted.get(categories[0]) ?? 0)) {
      throw new Error(
        `${categories[0]}: the hub says ${count}, the joined table ${counted.get(categories[0])}.`,
      );
    }
  }
}
