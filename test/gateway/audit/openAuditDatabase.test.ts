import { Client } from 'pg';
import { AuditDatabaseNotPrepared, openAuditDatabase } from '../../../gateway/audit/openAuditDatabase';
import { prepareAuditDatabase } from '../../../gateway/audit/prepareAuditDatabase';
import { createGuest, createTestDatabase, type Guest, type TestDatabase } from '../../harness/database';

let database: TestDatabase;
let guest: Guest;

async function as(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  database = await createTestDatabase('audit');
  guest = await createGuest(database);
});
afterEach(async () => {
  await database.drop();
  await guest.drop();
});

test('whoever owns the database owns the log, made or not', async () => {
  expect(await openAuditDatabase(database.url)).toBe('OWNER');
  await prepareAuditDatabase(database.url, guest.role);
  expect(await openAuditDatabase(database.url)).toBe('OWNER');
});

test('a role that was let in is a guest, and can neither change the log nor make another', async () => {
  await prepareAuditDatabase(database.url, guest.role);
  expect(await openAuditDatabase(guest.url)).toBe('GUEST');
  for (const sql of [
    "UPDATE audit.entry SET outcome = 'DENIED'",
    'DELETE FROM audit.entry',
    'TRUNCATE audit.checkpoint',
    'DROP TABLE audit.entry',
    'ALTER TABLE audit.entry DISABLE TRIGGER USER',
    'DELETE FROM audit.migration',
    'CREATE TABLE audit.other ()',
  ])
    await expect(as(guest.url, sql)).rejects.toMatchObject({ code: '42501' });
});

test.each([
  ['there is no log', async () => undefined, /is not there/],
  ['the log is another’s', () => prepareAuditDatabase(database.url), /does not let this role in/],
  [
    'the log is of an earlier version',
    async () => {
      await prepareAuditDatabase(database.url, guest.role);
      await as(database.url, "DELETE FROM audit.migration WHERE name = '001-log'");
    },
    /earlier version/,
  ],
  [
    'it may only be read',
    async () => {
      await prepareAuditDatabase(database.url, guest.role);
      await as(database.url, `REVOKE INSERT ON audit.entry FROM ${guest.role}`);
    },
    /may not be added to/,
  ],
])('a guest is told what the owner must do when %s', async (_when, arrange, reason) => {
  await arrange();
  const refused = await openAuditDatabase(guest.url).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AuditDatabaseNotPrepared);
  expect((refused as Error).message).toMatch(reason);
  expect((refused as Error).message).toContain(`npm run audit:prepare -- --gateway ${guest.role}`);
});
