import { Client } from 'pg';
import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { definitions } from '../../../subgraphs/definitions';
import { within } from '../../../subgraphs/shared/statistics/dimensions';
import { countUnits, tablesOf, type SubjectSql } from '../../../subgraphs/shared/statistics/subject';
import { threshold } from '../../../subgraphs/shared/statistics/suppression/protect';
import { createTableSystem, cellKey } from '../../../subgraphs/shared/statistics/suppression/tableSystem';
import { createTestHub, type Asker, type TestHub } from '../../harness/hub';
import { generateDecade, groupKey, Truth } from './truth';

/** `npm run truth` takes 100,000. */
const children = Number(process.env['TRUTH_CHILDREN'] ?? 1_500);
const patience = 300_000 + children * 20;
// The register’s own clock says whether three months have passed.
const now = new Date();
const years = Array.from({ length: 10 }, (_, back) => 2025 - back);
const world = generateDecade(children, years[0]!);
const truth = new Truth(world, now, years);
const subjects = agencySubgraphs.flatMap((agency) =>
  (definitions[agency].statistics ?? []).map((sql) => [sql.subject, agency, sql] as const),
);
const analyst: Asker = { role: 'COUNTY_ANALYST', agency: 'COUNTY_BOARD', purpose: 'STATISTICS' };

/** Loads the registers; the distributed one counts in the same. */
let inProcess: TestHub;
beforeAll(async () => {
  say(`${children} children: loading`);
  inProcess = await createTestHub({ children: world });
  say('loaded');
}, patience);
afterAll(() => inProcess?.close());

it.each(subjects)(
  '%s: every table of ten years is what happened, before anything is hidden',
  async (subject, agency, sql) => {
    const register = await connect(agency);
    try {
      for (const year of years) {
        const { rows } = await register.query<Record<string, string | number>>(countUnits(sql), [year]);
        const counted = rows.map(({ count, ...categories }) => [
          groupKey(categories as never),
          Number(count),
        ]);
        const happened = truth
          .unitsOf(subject, year)
          .map(({ categories, count }) => [groupKey(categories), count]);
        expect({ year, units: counted.sort() }).toEqual({ year, units: happened.sort() });
      }
      say(`${subject}: ten years counted`);
    } finally {
      await register.end();
    }
  },
  patience,
);

describe.each(['IN_PROCESS', 'PROCESSES'] as const)('published by %s', (shape) => {
  let hub: TestHub;
  beforeAll(async () => {
    for (const agency of agencySubgraphs) {
      const register = await connect(agency);
      await register.query('DELETE FROM statistics_publication');
      await register.end();
    }
    hub =
      shape === 'IN_PROCESS'
        ? inProcess
        : await createTestHub({ children: [], shape, registers: inProcess.databases });
  }, patience);
  afterAll(async () => {
    if (hub !== inProcess) await hub?.close();
  });

  it.each(subjects)(
    '%s: every published table of ten years is what happened, where it is shown',
    async (subject, _, sql) => {
      for (const year of years) {
        const [shown, all] = await compare(hub, sql, year);
        say(`${shape} ${subject} ${year}: ${shown} of ${all} cells shown`);
      }
    },
    patience,
  );
});

async function connect(agency: AgencySubgraph): Promise<Client> {
  const client = new Client({ connectionString: inProcess.databases[agency].url });
  await client.connect();
  return client;
}

/** @returns how many cells that are not zero are shown, and how many there are */
async function compare(hub: TestHub, sql: SubjectSql, year: number): Promise<[shown: number, all: number]> {
  const { subject } = sql;
  const dimensions = Object.keys(sql.dimensions).map((name) => ({
    name,
    ...(within[name as keyof typeof within] && { within: within[name as keyof typeof within]! }),
  }));
  const { cells } = await createTableSystem(truth.unitsOf(subject, year), dimensions, tablesOf(sql));
  const happened = new Map(
    cells.map(({ dimensions: by, categories, count }) => [cellKey(by, categories), count]),
  );
  let [shown, all] = [0, 0];
  for (const table of [[], ...tablesOf(sql)]) {
    const by = [...table].sort();
    for (const { categories, count } of await ask(hub, subject, year, by)) {
      const held = happened.get(cellKey(by, categories)) ?? 0;
      if (count !== held) expect({ table, categories, count }).toEqual({ table, categories, count: null });
      if (held > 0 && held < threshold) expect({ table, categories, count }).toMatchObject({ count: null });
      if (held > 0) [shown, all] = [shown + (count === null ? 0 : 1), all + 1];
    }
  }
  return [shown, all];
}

interface Cell {
  readonly categories: string[];
  readonly count: number | null;
}

async function ask(hub: TestHub, subject: string, year: number, groupBy: string[]): Promise<Cell[]> {
  for (;;) {
    const { data, errors } = await hub.ask(
      analyst,
      `query Figures($filter: StatisticsFilter!, $groupBy: [StatisticsDimension!]!) {
        statistics(filter: $filter, groupBy: $groupBy) { cells { categories count } } }`,
      { filter: { subject, year }, groupBy },
    );
    if (errors.length === 0) return data.statistics.cells;
    // The first who asks for a year has it counted; meanwhile all have little time, the log too.
    expect(errors[0]!.extensions['code']).toMatch(/^(AGENCY|AUDIT)_UNAVAILABLE$/);
  }
}

/** Jest keeps what is logged until the end: a long run tells where it is. */
function say(line: string): void {
  if (process.env['TRUTH_CHILDREN']) process.stderr.write(`${line}\n`);
}
