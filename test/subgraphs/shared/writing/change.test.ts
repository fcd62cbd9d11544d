import { DataSource } from 'typeorm';
import { AddPublishing1767484800002 } from '../../../../subgraphs/shared/outbox/addPublishing';
import { CreateOutbox1767484800000 } from '../../../../subgraphs/shared/outbox/createOutboxTable';
import { change } from '../../../../subgraphs/shared/writing/change';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

const now = new Date('2026-06-01T12:00:00Z');

describe('a change', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('change');
    source = new DataSource({
      type: 'postgres',
      url: database.url,
      migrations: [CreateOutbox1767484800000, AddPublishing1767484800002],
      installExtensions: false,
    });
    await source.initialize();
    await source.runMigrations();
    await source.query('CREATE TABLE note (child text)');
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('commits what it writes together with its events', async () => {
    const occurredAt = new Date('2026-05-31T22:00:00Z');

    await change(source, now, async ({ query, publish }) => {
      await query('INSERT INTO note VALUES ($1)', ['child-1']);
      await publish({ type: 'ABSCONDED', child: 'child-1', municipality: '0180', occurredAt });
      await publish({ type: 'CHILD_REGISTERED', child: 'child-1' });
    });

    expect(await source.query('SELECT child FROM note')).toEqual([{ child: 'child-1' }]);
    expect(await source.query(events)).toEqual([
      {
        type: 'ABSCONDED',
        child: 'child-1',
        municipality: '0180',
        occurred_at: occurredAt,
        recorded_at: now,
      },
      { type: 'CHILD_REGISTERED', child: 'child-1', municipality: null, occurred_at: now, recorded_at: now },
    ]);
  });

  it('leaves neither row nor event when it fails', async () => {
    const failing = change(source, now, async ({ query, publish }) => {
      await query('INSERT INTO note VALUES ($1)', ['child-2']);
      await publish({ type: 'RETURNED', child: 'child-2' });
      throw new Error('refused');
    });

    await expect(failing).rejects.toThrow('refused');
    expect(await source.query(`SELECT FROM note WHERE child = 'child-2'`)).toHaveLength(0);
    expect(await source.query(`SELECT FROM outbox WHERE child = 'child-2'`)).toHaveLength(0);
  });
});

const events = 'SELECT type, child, municipality, occurred_at, recorded_at FROM outbox ORDER BY position';
