import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { identification } from '../../../../subgraphs/identification/subgraph';
import { retention } from '../../../../subgraphs/identification/retention/rules';
import { CreateRetention1767900000000 } from '../../../../subgraphs/shared/retention/createRetentionTables';
import { placeHold } from '../../../../subgraphs/shared/retention/legalHold';
import { eraseExpired } from '../../../../subgraphs/shared/retention/runRetention';
import { toSql } from '../../../../subgraphs/shared/retention/sql';
import { startRetention } from '../../../../subgraphs/shared/retention/startRetention';
import { CreateAttempt1767484800001 } from '../../../../subgraphs/shared/writing/createAttemptTable';
import { addDays } from '../../../../subgraphs/shared/time/stockholm';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

const now = new Date('2026-06-01T12:00:00Z');
const week = addDays(now, -9);
const years = addDays(now, -1828);
const yesterday = addDays(now, -1);

let database: TestDatabase;
let source: DataSource;
const clients: Client[] = [];
beforeAll(async () => {
  database = await createTestDatabase('sweep');
  source = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [...identification.migrations, CreateAttempt1767484800001, CreateRetention1767900000000],
    installExtensions: false,
  });
  await source.initialize();
  await source.runMigrations();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await source?.destroy();
  await database?.drop();
});

/** One run on a connection of its own. */
async function erase(): Promise<Record<string, number>> {
  const client = new Client({ connectionString: database.url });
  clients.push(client);
  await client.connect();
  return eraseExpired(toSql(client), { rules: retention, now });
}

const asked = { principal: 'p', role: 'SOCIAL_WORKER', agency: 'MUNICIPALITY', purpose: 'CASE_WORK' };
const matter = { ...asked, case_reference: 'c', reason: 'r', fingerprint: 'f', child: 'child-1' };
const consent = {
  ...{ child: 'child-1', given_by: 'BOTH', rows: ['r'], to_agency: 'POLICE', given_on: '2020-01-01' },
  ...{ principal: 'p', role: 'SOCIAL_WORKER', case_reference: 'c', recorded_at: years, fingerprint: 'f' },
};
const glass = { ...matter, rows: ['r'], owners: ['POLICE'], opened_at: years, open_until: years };
const reviewed = { reviewed_at: years, approved: true };

async function add(table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  await source.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(row),
  );
}
const left = async (table: string, column = 'id'): Promise<string[]> =>
  (await source.query<{ name: string }[]>(`SELECT ${column} AS name FROM ${table} ORDER BY 1`)).map(
    ({ name }) => name,
  );

test('no period is shorter than what another rule of the hub needs', () => {
  // The alarm about one child under many cases looks a week back.
  expect(retention.find(({ name }) => name === 'identification')!.period!.days).toBeGreaterThan(7);
});

test('what is over is removed, and what still holds or waits stays', async () => {
  const { reason: _reason, fingerprint: _fingerprint, ...identified } = matter;
  await add('identification', { ...identified, child: 'old', identified_at: week });
  await add('identification', { ...identified, child: 'young', identified_at: yesterday });
  await add('attempt', { principal: 'p', key: 'old', mutation: 'm', fingerprint: 'f', made_at: years });
  await add('attempt', { principal: 'p', key: 'young', mutation: 'm', fingerprint: 'f', made_at: yesterday });
  await add('consent', { ...consent, id: 'holds' });
  await add('consent', { ...consent, id: 'ends-later', valid_to: addDays(now, 1) });
  await add('consent', { ...consent, id: 'withdrawn-long-ago', withdrawn_at: years });
  await add('consent', { ...consent, id: 'withdrawn-lately', withdrawn_at: yesterday });
  const request = { ...matter, owner: 'POLICE', fields: ['f'], requested_at: years };
  await add('disclosure_request', { ...request, id: 'never-decided' });
  await add('disclosure_request', { ...request, id: 'decided-lately', decided_at: yesterday });
  await add('break_glass', { ...glass, ...reviewed, id: 'reviewed' });
  await add('break_glass', { ...glass, id: 'unreviewed' });
  for (const id of ['reviewed', 'unreviewed'])
    await add('owner_notice', { id, owner: 'POLICE', break_glass_id: id, noticed_at: years });
  const review = { reviewed_by: 'r', approved: true, comment: 'c' };
  for (const reviewed_at of [years, week])
    await add('log_review', { ...review, operation_id: randomUUID(), reviewed_at });
  const alarm = { ...asked, kind: 'BUDGET_SPENT' };
  await add('fishing_alarm', { ...alarm, once: 'old', raised_at: years });
  await add('fishing_alarm', { ...alarm, once: 'young', raised_at: week });

  await add('identification', { ...identified, child: 'held', identified_at: week });
  const hold = { child: 'held', caseReference: null, reason: 'r', by: 'o', reviewOn: '2026-12-01' };
  await placeHold(source, hold, now);

  expect(await erase()).toEqual({
    ...{
      identification: 1,
      attempt: 1,
      disclosure_request: 1,
      consent: 1,
      break_glass: 1,
      log_review: 1,
      fishing_alarm: 1,
    },
  });
  expect(await left('identification', 'child')).toEqual(['held', 'young']);
  expect(await left('attempt', 'key')).toEqual(['young']);
  expect(await left('consent')).toEqual(['ends-later', 'holds', 'withdrawn-lately']);
  expect(await left('disclosure_request')).toEqual(['decided-lately']);
  expect(await left('break_glass')).toEqual(['unreviewed']);
  expect(await left('owner_notice')).toEqual(['unreviewed']);
  expect(await left('fishing_alarm', 'once')).toEqual(['young']);
});

test('however many there are, and two sweeps at once trip over nothing', async () => {
  await source.query(
    `INSERT INTO identification (child, principal, role, purpose, case_reference, identified_at)
     SELECT 'c' || n, 'p', 'r', 'p', 'c', $1 FROM generate_series(1, 1600) n`,
    [week],
  );
  const erased = await Promise.all([erase(), erase()]);
  expect(erased.reduce((sum, { identification: count = 0 }) => sum + count, 0)).toBe(1600);
  expect(await left('identification', 'child')).toEqual(['held', 'young']);
});

test('the process erases by its own clock, and says what by number alone', async () => {
  const later = addDays(now, 30);
  const line = (): Promise<object> =>
    new Promise((said) => {
      const job = startRetention({
        service: 'identification',
        databaseUrl: database.url,
        rules: retention,
        now: () => later,
        log: (text) => void job.close().then(() => said(JSON.parse(text) as object)),
        atOnce: true,
      });
    });
  expect(await line()).toMatchObject({ event: 'erased', identification: 1 });
  expect(await left('identification', 'child')).toEqual(['held']);
  const [{ counts }] = await source.query<[{ counts: object }]>(
    'SELECT counts FROM erasure ORDER BY id DESC LIMIT 1',
  );
  expect(counts).toMatchObject({ identification: 1 });
  await source.query('ALTER TABLE fishing_alarm RENAME TO hidden');
  expect(await line()).toMatchObject({ event: 'retention-failed', level: 'error', code: '42P01' });
  await source.query('ALTER TABLE hidden RENAME TO fishing_alarm');
});
