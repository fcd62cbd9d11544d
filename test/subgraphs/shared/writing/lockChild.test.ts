import { DataSource } from 'typeorm';
import { CreateOutbox1767484800000 } from '../../../../subgraphs/shared/outbox/createOutboxTable';
import { assertInOrder } from '../../../../subgraphs/shared/writing/assertInOrder';
import { assertVersion } from '../../../../subgraphs/shared/writing/assertVersion';
import { change } from '../../../../subgraphs/shared/writing/change';
import { lockChild } from '../../../../subgraphs/shared/writing/lockChild';
import { unversionRows, versionRows } from '../../../../subgraphs/shared/writing/versionRows';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

const now = new Date('2026-06-01T12:00:00Z');
const own = {
  where: 'EXISTS (SELECT FROM note n WHERE n.child_id = c.id AND n.owner = $2)',
  parameters: ['anna'],
  otherwise: { sv: 'Inget sådant barn.', en: 'No such child.' },
};

describe('a locked child', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('lock_child');
    source = new DataSource({
      type: 'postgres',
      url: database.url,
      migrations: [CreateOutbox1767484800000],
      installExtensions: false,
    });
    await source.initialize();
    await source.runMigrations();
    await source.query('CREATE TABLE child (id text PRIMARY KEY)');
    await source.query('CREATE TABLE note (child_id text REFERENCES child, owner text, times int DEFAULT 0)');
    await source.query(`INSERT INTO child VALUES ('a'), ('b')`);
    await source.query(`INSERT INTO note VALUES ('a', 'anna'), ('b', 'bo')`);
    for (const statement of versionRows(['note'])) await source.query(statement);
  });

  afterAll(async () => {
    for (const statement of unversionRows(['note'])) await source.query(statement);
    await source.destroy();
    await database.drop();
  });

  const add = (child: string, statements: string[] = []): Promise<void> =>
    change(
      source,
      now,
      async (started) => {
        await lockChild(started, child, own);
        const [note] = await started.query<{ times: number }>('SELECT times FROM note WHERE child_id = $1', [
          child,
        ]);
        await started.query('UPDATE note SET times = $2 WHERE child_id = $1', [child, note!.times + 1]);
      },
      { onStatement: (sql) => statements.push(sql) },
    );

  it('takes one change after another, so that none is lost, and counts them', async () => {
    await Promise.all(Array.from({ length: 8 }, () => add('a')));

    expect(await source.query(`SELECT times, version FROM note WHERE child_id = 'a'`)).toEqual([
      { times: 8, version: 9 },
    ]);
  });

  it('is not found alike, and after the same statements, when it is another’s and when it is nobody’s', async () => {
    const [others, nobodys]: string[][] = [[], []];

    const answers = await Promise.allSettled([add('b', others), add('nobody', nobodys)]);

    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.extensions)).toEqual(
      Array(2).fill({ code: 'NOT_FOUND', messageSv: 'Inget sådant barn.' }),
    );
    expect(others).toEqual(nobodys);
  });
});

test('a record that has changed since it was read is a conflict, with its version', () => {
  expect(() => assertVersion(3, 2)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'CONFLICT', version: 3 }) }),
  );
  for (const expected of [3, null, undefined]) expect(() => assertVersion(3, expected)).not.toThrow();
});

describe('the order of time', () => {
  const at = (text: string) => new Date(`2026-05-${text}Z`);

  it('lets the same instant and what is not known pass', () => {
    const moments = [
      { field: 'left', at: at('01T10:00:00') },
      { field: 'noticed', at: null },
      { field: 'back', at: at('01T10:00:00') },
    ];
    expect(() => assertInOrder(now, moments)).not.toThrow();
  });

  it.each([
    ['comes before what came first', '01T09:59:59'],
    ['lies in the future', '99'],
  ])('names the path of what %s', (_what, text) => {
    const back = text === '99' ? new Date('2026-06-01T12:00:01Z') : at(text);
    const moments = [
      { field: 'left', at: at('01T10:00:00') },
      { field: 'back', at: back },
    ];
    expect(() => assertInOrder(now, moments)).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'back' }),
      }),
    );
  });
});
