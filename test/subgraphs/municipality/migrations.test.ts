import { connectDatabase } from '../../../subgraphs/shared/database/connect';
import { municipality } from '../../../subgraphs/municipality/subgraph';
import { createTestDatabase } from '../../harness/database';

describe('the municipalities’ migrations', () => {
  it('give exactly the tables the entities describe, and take them away again', async () => {
    const database = await createTestDatabase('municipality');
    const { entities, migrations } = municipality;
    const dataSource = await connectDatabase('municipality', { url: database.url, entities, migrations });
    try {
      const drift = await dataSource.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map(({ query }) => query)).toEqual([]);

      for (const _ of migrations) await dataSource.undoLastMigration();
      const left = await dataSource.query<{ table_name: string }[]>(
        `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
      );
      expect(left).toEqual([{ table_name: 'migrations' }]);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });
});
