import { Client } from 'pg';
import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import type { AbscondingEpisodeRecord, MunicipalityRecord } from '../../../subgraphs/municipality/records';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import { createTestHub, type Asker, type TestHub } from '../../harness/hub';

// The world ends soon after the year that is counted, whenever the test runs.
const now = new Date('2026-01-05T12:00:00Z');
const year = 2025;
const world = generateWorld({ children: 6_000, seed: 11, now });
const analyst: Asker = {
  role: 'COUNTY_ANALYST',
  agency: 'COUNTY_BOARD',
  purpose: 'STATISTICS',
  caseReference: 'LST-2026-1',
};

const query = `query Figures($filter: StatisticsFilter!, $groupBy: [StatisticsDimension!]!) {
  statistics(filter: $filter, groupBy: $groupBy) {
    subject year kind owner definition threshold publishedAt jsonStat csv(language: EN)
    cells { categories labels count suppressed }
  }
}`;

interface Figures {
  cells: { categories: string[]; count: number | null; suppressed: boolean }[];
  [field: string]: unknown;
}

describe.each(['IN_PROCESS', 'PROCESSES'] as const)('published figures (%s)', (shape) => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await createTestHub({ children: world, shape });
    await publish(hub);
  }, 300_000);

  afterAll(() => hub.close());

  it.each([
    ['SEX', (child: MunicipalityRecord) => child.identity.sex ?? 'UNKNOWN'],
    [
      'STAGE',
      (_: unknown, { arrivalStage }: AbscondingEpisodeRecord) => (arrivalStage ? 'ARRIVAL' : 'ASSIGNED'),
    ],
    ['COUNTY', (_: unknown, { abscondedFrom }: AbscondingEpisodeRecord) => abscondedFrom.slice(0, 2)],
    ['MUNICIPALITY', (_: unknown, { abscondedFrom }: AbscondingEpisodeRecord) => abscondedFrom],
    ['PRESUMED_CAUSE', (_: unknown, each: AbscondingEpisodeRecord) => each.presumedCause ?? 'UNKNOWN'],
    ['MONTH', (_: unknown, each: AbscondingEpisodeRecord) => dayOf(each).slice(5, 7)],
    ['CITIZENSHIP', (_: unknown, each: AbscondingEpisodeRecord) => each.citizenship ?? 'UNKNOWN'],
  ] as const)('equal what happened, by %s', async (dimension, categoryOf) => {
    const truth = new Map<string, number>();
    for (const [child, episode] of abscondings(year)) add(truth, categoryOf(child, episode));

    const { cells } = await figures(hub, [dimension]);

    expect(cells.some(({ count }) => count !== null && count > 0)).toBe(true);
    for (const { categories, count, suppressed } of cells) {
      const held = truth.get(categories[0]!) ?? 0;
      expect({ categories, count }).toEqual({ categories, count: suppressed ? null : held });
      if (held > 0 && held < 5) expect(suppressed).toBe(true);
    }
    expect(cells.map(({ categories }) => categories[0])).toEqual(expect.arrayContaining([...truth.keys()]));
  });
});

describe('figures', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await createTestHub({ children: world });
    await publish(hub);
  }, 300_000);

  afterAll(() => hub.close());

  it('count each child once in a year, however often it absconds', async () => {
    const children = new Set([...abscondings(year)].map(([{ id }]) => id));

    const { cells } = await figures(hub, [], { dimension: 'ORDER_IN_YEAR', category: 'FIRST' });

    expect(cells).toMatchObject([{ categories: [], count: children.size, suppressed: false }]);
    expect(children.size).toBeLessThan([...abscondings(year)].length);
  });

  it('never show a number from 1 to 4, in any table', async () => {
    for (const dimension of ['MUNICIPALITY', 'COUNTY', 'AGE_GROUP', 'FOUND_BY', 'CITIZENSHIP', 'OUTCOME']) {
      for (const groupBy of [[dimension], ['SEX', dimension], ['COUNTY', dimension]]) {
        const { data } = await hub.ask(analyst, query, variables(groupBy));
        const cells: Figures['cells'] = data?.statistics?.cells ?? [];
        expect(cells.filter(({ count }) => count !== null && count > 0 && count < 5)).toEqual([]);
      }
    }
  });

  it('say what was counted, by whom and how', async () => {
    const told = await figures(hub, ['SEX']);

    expect(told).toMatchObject({
      subject: 'ABSCONDINGS',
      year,
      kind: 'FLOW',
      owner: 'MUNICIPALITY',
      threshold: 5,
      definition: expect.stringContaining('ankomstskedet'),
    });
    const dataset = JSON.parse(told['jsonStat'] as string);
    expect(dataset).toMatchObject({ version: '2.0', class: 'dataset', id: ['SEX'], size: [4] });
    expect(dataset.value).toEqual(told.cells.map(({ count }) => count));
    expect(told['csv']).toMatch(/^Sex,Count\r\nGirls,/);
  });

  it('stay as they were published when the register is corrected', async () => {
    const before = await figures(hub, ['SEX']);
    const oneEpisode = `DELETE FROM absconding_episode WHERE id = (SELECT id FROM absconding_episode
      WHERE extract(year FROM absconded_at) = $1 ORDER BY id LIMIT 1)`;
    expect(await changeMunicipality(hub, oneEpisode)).toBe(1);

    expect((await figures(hub, ['SEX'])).cells).toEqual(before.cells);
  });

  it('do not say zero of a table that was not published with its year', async () => {
    await changeMunicipality(hub, `DELETE FROM statistics_cell WHERE dimensions = '{HARM}' AND year = $1`);
    const { errors } = await hub.ask(analyst, query, variables(['HARM']));

    expect(errors[0]).toMatchObject({
      message: expect.stringContaining(
        'is not published. Those that are, the filter included: AFTER_THREE_MONTHS',
      ),
      extensions: { code: 'BAD_USER_INPUT', field: 'groupBy' },
    });
  });

  it('of every other agency come from that agency', async () => {
    for (const [subject, owner] of [
      ['ASSIGNMENTS', 'MIGRATION_AGENCY'],
      ['FOUND_EVENTS', 'POLICE'],
      ['GUARDIAN_APPOINTMENTS', 'GUARDIANSHIP_BOARD'],
      ['CHILDREN_AWAY', 'MUNICIPALITY'],
    ] as const) {
      const told = await figures(hub, ['SEX'], null, subject);
      expect(told).toMatchObject({ subject, owner });
      expect(told.cells.some(({ count }) => count !== null && count >= 5)).toBe(true);
    }
  });

  it('are for county analysts who count, and nobody else', async () => {
    for (const asker of [
      { ...analyst, purpose: 'IDENTIFICATION' },
      { role: 'SOCIAL_WORKER', municipality: '0180', purpose: 'STATISTICS', caseReference: 'S-1' },
      { role: 'AUDITOR', agency: 'POLICE', purpose: 'STATISTICS', caseReference: 'S-1' },
    ] as Asker[]) {
      const { data, errors } = await hub.ask(asker, query, variables(['SEX']));
      expect(data?.statistics ?? null).toBeNull();
      expect(errors[0]!.extensions['code']).toMatch(/^(FORBIDDEN|PURPOSE_REFUSED)$/);
    }
  });

  it.each([
    ['a year that is not over', { year: Number(localDate(new Date()).slice(0, 4)) }, ['SEX']],
    ['three dimensions', {}, ['SEX', 'STAGE', 'COUNTY']],
    ['one dimension twice', {}, ['SEX', 'SEX']],
    ['months of quarters', {}, ['MONTH', 'QUARTER']],
    ['a category that is none', { where: { dimension: 'SEX', category: `'; DROP TABLE child` } }, ['STAGE']],
    ['tables nobody publishes', {}, ['PRESUMED_CAUSE', 'MUNICIPALITY']],
    ['a dimension that the agency does not have', { subject: 'FOUND_EVENTS' }, ['STAGE']],
  ])('refuse %s', async (_, filter, groupBy) => {
    const { errors } = await hub.ask(analyst, query, {
      filter: { subject: 'ABSCONDINGS', year, ...filter },
      groupBy,
    });

    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('name the agency that does not answer', async () => {
    hub.disturb('municipality', () => Promise.reject(new Error('down')));
    const { errors } = await hub.ask(analyst, query, variables(['SEX']));
    hub.disturb('municipality', null);

    expect(errors[0]!.extensions).toMatchObject({ code: 'AGENCY_UNAVAILABLE', agency: 'MUNICIPALITY' });
  });
});

function* abscondings(during: number): Iterable<[MunicipalityRecord, AbscondingEpisodeRecord]> {
  for (const { municipality } of world as Iterable<DemoChild>) {
    if (!municipality || municipality.protectedIdentity) continue;
    for (const episode of municipality.episodes ?? [])
      if (dayOf(episode).startsWith(String(during))) yield [municipality, episode];
  }
}

function dayOf({ abscondedAt }: AbscondingEpisodeRecord): string {
  return localDate(new Date(abscondedAt));
}

function add(counts: Map<string, number>, category: string): void {
  counts.set(category, (counts.get(category) ?? 0) + 1);
}

function variables(
  groupBy: string[],
  where: unknown = null,
  subject = 'ABSCONDINGS',
): Record<string, unknown> {
  return { filter: { subject, year, where }, groupBy };
}

async function figures(
  hub: TestHub,
  groupBy: string[],
  where: unknown = null,
  subject?: string,
): Promise<Figures> {
  const { data, errors } = await hub.ask(analyst, query, variables(groupBy, where, subject));
  expect(errors).toEqual([]);
  return data.statistics;
}

/** The first who asks for a year has it counted. */
async function publish(hub: TestHub): Promise<void> {
  for (const subject of [
    'ABSCONDINGS',
    'CHILDREN_AWAY',
    'ASSIGNMENTS',
    'FOUND_EVENTS',
    'GUARDIAN_APPOINTMENTS',
  ]) {
    for (;;) {
      const { errors } = await hub.ask(analyst, query, variables(['SEX'], null, subject));
      if (errors.length === 0) break;
      // While a year is counted all have little time, the log too.
      expect(errors[0]!.extensions['code']).toMatch(/^(AGENCY|AUDIT)_UNAVAILABLE$/);
    }
  }
}

async function changeMunicipality(hub: TestHub, sql: string): Promise<number | null> {
  const client = new Client({ connectionString: hub.databases.municipality.url });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql, [year]);
    return rowCount;
  } finally {
    await client.end();
  }
}
