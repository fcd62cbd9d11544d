import { Client } from 'pg';
import type { MunicipalityRecord } from '../../../../subgraphs/municipality/records';
import { loadMunicipality, municipality } from '../../../../subgraphs/municipality/subgraph';
import { eraseChild, HeldFromErasure } from '../../../../subgraphs/shared/retention/eraseChild';
import { liftHold, listHolds, placeHold, reviewHold } from '../../../../subgraphs/shared/retention/legalHold';
import { eraseExpired, lookThrough } from '../../../../subgraphs/shared/retention/runRetention';
import { toSql, type Sql } from '../../../../subgraphs/shared/retention/sql';
import { startAgency, type TestAgency } from '../../../harness/startAgency';

const now = new Date('2036-06-01T12:00:00Z');
const rules = municipality.retention;

let agency: TestAgency;
let client: Client;
let sql: Sql;
beforeEach(async () => {
  agency = await startAgency(municipality, now);
  client = new Client({ connectionString: agency.url });
  await client.connect();
  sql = toSql(client);
});
afterEach(async () => {
  await client?.end();
  await agency?.stop();
});

/** A child whose only case was closed that day. */
function closedOn(id: string, day: string, more: Partial<MunicipalityRecord> = {}): MunicipalityRecord {
  const socialCase = { municipality: '0180', openedOn: '2020-01-01', caseNumber: `nr-${id}` };
  return {
    id,
    identity: {
      names: [{ given: 'Test', family: id, kind: 'REGISTERED' }],
      births: [{ date: '2006-03-01', kind: 'REGISTERED' }],
      sex: null,
      phones: [],
    },
    socialCases: [{ ...socialCase, status: 'CLOSED', closedOn: day }],
    ...more,
  };
}

const investigation = {
  municipality: '0180',
  concernReceivedAt: '2020-01-02T10:00:00Z',
  investigationOpenedAt: '2020-01-03T10:00:00Z',
  investigationClosedAt: '2020-04-03T10:00:00Z',
};
const placement = {
  type: 'HVB',
  municipality: '0180',
  placedBy: '0180',
  since: '2020-01-05',
  until: '2020-02-01',
};
const unborn = {
  names: [{ given: 'Test', family: 'U', kind: 'REGISTERED' as const }],
  births: [],
  sex: null,
  phones: [],
};

const left = async (): Promise<string[]> =>
  (await sql.query<{ id: string }>('SELECT id FROM child ORDER BY 1')).map(({ id }) => id);
const load = (...records: MunicipalityRecord[]): Promise<number> => loadMunicipality(agency.url, records);

test('a file goes five years after its last note, wherever in the register that note is', async () => {
  await load(
    closedOn('old', '2031-05-31'),
    closedOn('young', '2031-06-02'),
    closedOn('noted-since', '2025-01-01', {
      description: { updatedOn: '2033-01-01' } as MunicipalityRecord['description'] & object,
    }),
    {
      ...closedOn('open', '2025-01-01'),
      socialCases: [{ municipality: '0180', status: 'OPEN', openedOn: '2020-01-01', caseNumber: 'nr-open' }],
    },
  );
  expect(await eraseExpired(sql, { rules, now })).toEqual({ file: 1 });
  expect(await left()).toEqual(['noted-since', 'open', 'young']);
  const [record] = await sql.query('SELECT ground, ordered_by, counts FROM erasure');
  expect(record).toEqual({ ground: 'RETENTION', ordered_by: null, counts: { file: 1 } });
});

test('a placed child’s file stays, an investigated child’s until the child would be thirty', async () => {
  await load(
    closedOn('placed', '2020-05-01', { placements: [placement as never] }),
    closedOn('investigated', '2020-05-01', { protectionCases: [investigation] }),
    closedOn('thirty', '2020-05-01', {
      protectionCases: [investigation],
      identity: { ...closedOn('', '').identity, births: [{ date: '2006-05-01', kind: 'REGISTERED' }] },
    }),
    closedOn('unknown-age', '2020-05-01', { protectionCases: [investigation], identity: unborn }),
  );
  expect(await eraseExpired(sql, { rules, now: new Date('2036-04-01T12:00:00Z') })).toEqual({
    investigated: 1,
  });
  expect(await left()).toEqual(['placed', 'thirty', 'unknown-age']);
});

test('the dry run tells what the run then does, and does nothing itself', async () => {
  await load(closedOn('old', '2025-01-01'), closedOn('older', '2024-01-01'), closedOn('kept', '2023-01-01'));
  const hold = { child: null, caseReference: 'nr-kept', reason: 'r', by: 'o', reviewOn: '2036-12-01' };
  await placeHold(sql, hold, now);
  const [found] = (await lookThrough(sql, { rules, now })).filter(({ rule }) => rule.name === 'file');
  expect(found).toMatchObject({ count: 2, held: 1, oldest: new Date('2024-01-01T00:00:00Z') });
  expect(await left()).toHaveLength(3);
  expect(await eraseExpired(sql, { rules, now })).toEqual({ file: 2 });
  expect(await left()).toEqual(['kept']);
});

test('an interruption leaves whole batches, and the next run goes on', async () => {
  await load(...Array.from({ length: 1_200 }, (_, n) => closedOn(`c${n}`, '2025-01-01')));
  const interruption = new AbortController();
  const first = await eraseExpired(sql, {
    rules,
    now,
    signal: interruption.signal,
    onProgress: () => interruption.abort(),
  });
  expect(first).toEqual({ file: 500 });
  expect(await eraseExpired(sql, { rules, now })).toEqual({ file: 700 });
});

test('a report of concern goes with its file, and one without a file five years after its receipt', async () => {
  await load(closedOn('old', '2025-01-01'), closedOn('young', '2035-01-01'));
  const concern = (id: string, child: string | null, day: string) =>
    sql.query(
      `INSERT INTO concern (id, child_id, municipality, received_at, urgent, text, about, reported_by, reporter_role,
         reporter_agency) VALUES ($1, $2, '0180', $3, false, 't', '{}', 'r', 'NGO_WORKER', 'NGO')`,
      [id, child, day],
    );
  await concern('of-old', 'old', '2025-01-01');
  await concern('of-young', 'young', '2025-01-01');
  await concern('of-nobody', null, '2025-01-01');
  await concern('lately', null, '2035-01-01');
  expect(await eraseExpired(sql, { rules, now })).toEqual({ file: 1, concern: 1 });
  expect(await sql.query('SELECT id FROM concern ORDER BY 1')).toEqual([
    { id: 'lately' },
    { id: 'of-young' },
  ]);
});

describe('a legal hold', () => {
  const order = { operations: [], by: 'registrator', reason: '2036-17', now };
  const database = { rules, traces: municipality.traces!, isAgency: true };

  test('on a child or on its case keeps it from an order, until it is lifted', async () => {
    await load(closedOn('one', '2035-01-01'), closedOn('other', '2035-01-01'));
    const hold = { reason: 'r', by: 'o', reviewOn: '2036-12-01' };
    const onChild = await placeHold(sql, { ...hold, child: 'one', caseReference: null }, now);
    const onCase = await placeHold(sql, { ...hold, child: null, caseReference: 'nr-other' }, now);
    for (const child of ['one', 'other'])
      await expect(eraseChild(sql, database, { ...order, child })).rejects.toThrow(HeldFromErasure);
    expect(await left()).toEqual(['one', 'other']);
    expect(await reviewHold(sql, onChild, { by: 'o', reviewOn: '2037-01-01' }, now)).toBe(true);
    expect((await listHolds(sql)).map(({ id, reviewOn }) => [id, reviewOn])).toEqual([
      [onCase, '2036-12-01'],
      [onChild, '2037-01-01'],
    ]);
    expect(await liftHold(sql, onChild, { by: 'o', reason: 'dom' }, now)).toBe(true);
    expect(await liftHold(sql, onChild, { by: 'o', reason: 'dom' }, now)).toBe(false);
    expect(await eraseChild(sql, database, { ...order, child: 'one' })).toMatchObject({
      child: 1,
      social_case: 1,
    });
    expect(await left()).toEqual(['other']);
  });

  test('that is placed while a child is erased waits, and then has nothing to hold', async () => {
    await load(closedOn('one', '2035-01-01'));
    const second = new Client({ connectionString: agency.url });
    await second.connect();
    try {
      await sql.query('BEGIN');
      await sql.query('LOCK TABLE legal_hold IN SHARE MODE');
      let placed = false;
      const hold = { child: 'one', caseReference: null, reason: 'r', by: 'o', reviewOn: '2036-12-01' };
      const placing = placeHold(toSql(second), hold, now).then(() => (placed = true));
      await sql.query(`SELECT pg_sleep(0.1)`);
      expect(placed).toBe(false);
      await sql.query('COMMIT');
      await placing;
    } finally {
      await second.end();
    }
  });
});
