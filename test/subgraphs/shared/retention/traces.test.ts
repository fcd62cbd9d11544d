import { Client } from 'pg';
import { subgraphNames } from '../../../../schema/protocol/vocabulary';
import { definitions } from '../../../../subgraphs/definitions';
import { connectDatabase } from '../../../../subgraphs/shared/database/connect';
import { childTables } from '../../../../subgraphs/shared/retention/childTables';
import { toSql } from '../../../../subgraphs/shared/retention/sql';
import { migrationsOf } from '../../../../subgraphs/shared/server/migrationsOf';
import { createTestDatabase } from '../../../harness/database';

/** Erased by `eraseChild` itself, or, for the groups of linked references, before the rows go. */
const everywhere = ['child', 'outbox', 'legal_hold', 'disclosure', 'linked_child'];

test.each(subgraphNames)('every table of %s that names a child is erased with it', async (name) => {
  const definition = definitions[name];
  const database = await createTestDatabase(`traces_${name}`);
  const { entities, traces } = definition;
  const options = { url: database.url, entities, migrations: migrationsOf(definition), poolSize: 1 };
  await (await connectDatabase(name, options)).destroy();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const sql = toSql(client);
    const naming = await sql.query<{ table: string }>(
      `SELECT DISTINCT table_name AS table FROM information_schema.columns WHERE table_schema = 'public'
         AND (column_name ~ '^child(ren)?(_id)?$' OR column_name IN ('one', 'other') AND data_type = 'text')`,
    );
    const erased = [
      ...everywhere,
      ...(await childTables(sql)).map(({ table }) => table),
      ...(traces?.rows.map(({ table }) => table) ?? []),
    ];
    expect(naming.map(({ table }) => table).filter((table) => !erased.includes(table))).toEqual([]);
  } finally {
    await client.end();
    await database.drop();
  }
});
