import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { police } from '../../../../../subgraphs/police/subgraph';
import { connectDatabase } from '../../../../../subgraphs/shared/database/connect';
import {
  prepareReaders,
  ReadersMissing,
} from '../../../../../subgraphs/shared/database/security/prepareReaders';
import { CreateDutyTaken1767916800001 } from '../../../../../subgraphs/shared/duty/createDutyTakenTable';
import { createTestDatabase, type TestDatabase } from '../../../../harness/database';

const register = police.columns!;
let place: TestDatabase;
let database: DataSource;
let owner: string;

beforeEach(async () => {
  place = await createTestDatabase('police_readers');
  const { entities } = police;
  const migrations = [...police.migrations, CreateDutyTaken1767916800001];
  database = await connectDatabase('police', { url: place.url, entities, migrations });
  [{ owner }] = await database.query<[{ owner: string }]>('SELECT current_user AS owner');
});
afterEach(async () => {
  await database.destroy();
  await place.drop();
});

test('an owner who may make roles makes them, and a second start finds them, also at the same moment', async () => {
  const [first, second] = await Promise.all([
    prepareReaders(database, register),
    prepareReaders(database, register),
  ]);
  expect(second.roles).toEqual(first.roles);
  expect(first.roles.get('pof_protection')).toBe(`${owner}_pof_protection`);
});

test('an owner who may not is told which SQL an administrator runs, and that is enough', async () => {
  await asAdmin(`ALTER ROLE ${owner} NOCREATEROLE`);
  const failed = await prepareReaders(database, register).catch((error: Error) => error);
  expect(failed).toBeInstanceOf(ReadersMissing);
  const { message } = failed as Error;
  expect(message).toContain('administrator');
  await asAdmin(message.split('\n').slice(2).join('\n'));
  const { roles } = await prepareReaders(database, register);
  expect(roles.size).toBeGreaterThan(0);
});

test('what was granted beside the matrix is taken away at the next start', async () => {
  const { roles } = await prepareReaders(database, register);
  const role = roles.get('int_own_case')!;
  await database.query(`GRANT ALL ON child TO ${role}, PUBLIC`);
  await prepareReaders(database, register);
  const [may] = await database.query<unknown[]>(
    `SELECT has_column_privilege($1, 'child', 'suspected_offender', 'SELECT') AS read,
      has_table_privilege($1, 'child', 'UPDATE') AS write`,
    [role],
  );
  expect(may).toEqual({ read: false, write: false });
});

test.each(['LOGIN', 'BYPASSRLS', 'SUPERUSER'])('a reader with %s stops the start', async (attribute) => {
  const { roles } = await prepareReaders(database, register);
  await asAdmin(`ALTER ROLE ${roles.get('search')} ${attribute}`);
  await expect(prepareReaders(database, register)).rejects.toThrow(/may do more: .*_search/);
});

test('a reader that has been made a member of another role stops the start', async () => {
  const { roles } = await prepareReaders(database, register);
  await asAdmin(`GRANT pg_read_all_data TO ${roles.get('search')}`);
  await expect(prepareReaders(database, register)).rejects.toThrow(ReadersMissing);
});

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_PG_URL'] });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
