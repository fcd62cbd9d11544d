import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { identification } from '../../../../subgraphs/identification/subgraph';
import periods from '../../../../subgraphs/identification/retention/periods.json';
import { startSweeping } from '../../../../subgraphs/identification/retention/startSweeping';
import { sweepExpired } from '../../../../subgraphs/identification/retention/sweepExpired';
import { CreateAttempt1767484800001 } from '../../../../subgraphs/shared/writing/createAttemptTable';
import { addDays } from '../../../../subgraphs/shared/time/stockholm';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

const now = new Date('2026-06-01T12:00:00Z');
const week = addDays(now, -9);
const years = addDays(now, -1828);
const yesterday = addDays(now, -1);

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('sweep');
  source = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [...identification.migrations, CreateAttempt1767484800001],
    installExtensions: false,
  });
  await source.initialize();
  await source.runMigrations();
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

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

test('each table has a period with its ground, and one that no other rule of the hub needs longer', () => {
  for (const { days, basis, reason } of Object.values(periods)) {
    expect(days).toBeGreaterThan(0);
    expect(basis).toMatch(/^(GDPR|BRB)_/);
    expect(reason.sv && reason.en).toBeTruthy();
  }
  // The alarm about one child under many cases looks a week back.
  expect(periods.identification.days).toBeGreaterThan(7);
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

  expect(await sweepExpired(source, now)).toEqual({
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
  expect(await left('identification', 'child')).toEqual(['young']);
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
  const swept = await Promise.all([sweepExpired(source, now), sweepExpired(source, now)]);
  expect(swept.reduce((sum, { identification: count }) => sum + count, 0)).toBe(1600);
  expect(await left('identification', 'child')).toEqual(['young']);
});

test('the process sweeps by its own clock, and says what it removed by number alone', async () => {
  const lines: string[] = [];
  const later = addDays(now, 30);
  const sweeping = startSweeping({
    database: source,
    now: () => later,
    log: (line) => void lines.push(line),
  });
  await sweeping.close();
  expect(await left('identification', 'child')).toEqual([]);
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { event: 'swept', identification: 1 },
  ]);
  await source.query('ALTER TABLE fishing_alarm RENAME TO hidden');
  await startSweeping({ database: source, now: () => later, log: (line) => void lines.push(line) }).close();
  await source.query('ALTER TABLE hidden RENAME TO fishing_alarm');
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ event: 'sweep-failed', level: 'error', code: '42P01' });
});
