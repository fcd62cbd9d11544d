import { DataSource } from 'typeorm';
import type { SubgraphContext } from '../../../../subgraphs/shared/context';
import { change } from '../../../../subgraphs/shared/writing/change';
import { changeOnce } from '../../../../subgraphs/shared/writing/changeOnce';
import { CreateAttempt1767484800001 } from '../../../../subgraphs/shared/writing/createAttemptTable';
import { readAttempt } from '../../../../subgraphs/shared/writing/once';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

const now = new Date('2026-06-01T12:00:00Z');

describe('a keyed change', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('change_once');
    source = new DataSource({
      type: 'postgres',
      url: database.url,
      migrations: [CreateAttempt1767484800001],
      installExtensions: false,
    });
    await source.initialize();
    await source.runMigrations();
    await source.query('CREATE TABLE note (id int GENERATED ALWAYS AS IDENTITY, text text)');
  });

  beforeEach(() => source.query('TRUNCATE note, attempt'));

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('is made once however often it is sent, also at the same moment', async () => {
    const results = await Promise.all([1, 2, 3].map(() => note('anna', 'key', 'left')));

    expect(new Set(results).size).toBe(1);
    expect(await notes()).toEqual(['left']);
  });

  it('is another change under the key of another caller', async () => {
    await note('anna', 'key', 'left');
    await note('bo', 'key', 'left');

    expect(await notes()).toEqual(['left', 'left']);
  });

  it('refuses a key that stood for something else', async () => {
    await note('anna', 'key', 'left');

    await expect(note('anna', 'key', 'back')).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
    expect(await notes()).toEqual(['left']);
  });

  it('leaves the key free when it fails', async () => {
    await expect(note('anna', 'key', null)).rejects.toThrow('nothing to note');
    await note('anna', 'key', 'left');

    expect(await notes()).toEqual(['left']);
  });

  function note(principal: string, key: string, text: string | null): Promise<string> {
    const context = {
      assertion: { principal: { id: principal } },
      now,
      change: (work) => change(source, now, work),
    } as SubgraphContext;
    return changeOnce(context, 'note', readAttempt(key, { text }), async ({ query }) => {
      if (text === null) throw new Error('nothing to note');
      const [row] = await query<{ id: number }>('INSERT INTO note (text) VALUES ($1) RETURNING id', [text]);
      return String(row!.id);
    });
  }

  async function notes(): Promise<string[]> {
    const rows = await source.query<{ text: string }[]>('SELECT text FROM note ORDER BY id');
    return rows.map(({ text }) => text);
  }
});
