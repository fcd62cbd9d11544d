import { DataSource } from 'typeorm';
import { connectDatabase } from '../../../subgraphs/shared/database/connect';
import { migration } from '../../../subgraphs/migration/subgraph';
import { createTestDatabase, type TestDatabase } from '../../harness/database';

describe('the migrations of migration', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('migration_migrations');
    source = await connectDatabase('migration', { ...migration, url: database.url });
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('make the tables that the entities describe', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be undone and done again', async () => {
    for (const _ of source.migrations) await source.undoLastMigration();
    expect(await source.query("SELECT to_regclass('child') AS child")).toEqual([{ child: null }]);
    await source.runMigrations();
    expect(await source.query('SELECT count(*)::int AS children FROM child')).toEqual([{ children: 0 }]);
  });

  it('index what is searched', async () => {
    const [{ indexdef }] = await source.query<[{ indexdef: string }]>(
      "SELECT indexdef FROM pg_indexes WHERE tablename = 'child' AND indexdef LIKE '%search_keys%'",
    );
    expect(indexdef).toContain('USING gin');
  });
});
