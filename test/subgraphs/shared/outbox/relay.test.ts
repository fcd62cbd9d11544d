import { Client } from 'pg';
import { createPostgresLog } from '../../../../gateway/updates/log/postgresLog';
import { prepareEventsDatabase } from '../../../../gateway/updates/log/prepareEventsDatabase';
import { createTestDatabase } from '../../../harness/database';
import { describeRelay } from './relayCases';

const openLog = async () => {
  const database = await createTestDatabase('events');
  await prepareEventsDatabase(database.url, 3);
  const log = createPostgresLog(database.url);
  return {
    url: database.url,
    address: { postgres: database.url },
    log,
    close: async () => {
      await log.close();
      await database.drop();
    },
  };
};

describe('the relay to the log on PostgreSQL', () => describeRelay(openLog));

describe('the log on PostgreSQL', () => {
  const event = (id: number, recordedAt: string) => ({
    id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    type: 'FOUND',
    child: `child-${id}`,
    municipality: null,
    publisher: 'police',
    occurredAt: recordedAt,
    recordedAt,
    reading: null,
  });

  test('keeps each month apart, removes old months, and remembers how far it has removed', async () => {
    const { log, url, close } = await openLog();
    const owner = new Client({ connectionString: url });
    await owner.connect();
    const append = (...events: object[]) =>
      owner.query('SELECT events.append($1::jsonb)', [JSON.stringify(events)]);
    await append(event(1, '2020-01-31T23:59:59.999Z'), event(2, '2020-02-01T00:00:00Z'));
    await append(event(3, new Date().toISOString()), event(1, '2020-01-31T23:59:59.999Z'));
    expect((await log.read(0, 10)).map(({ position }) => position)).toEqual([1, 2, 3]);
    await prepareEventsDatabase(url, 3);
    expect((await log.read(0, 10)).map(({ child }) => child)).toEqual(['child-3']);
    expect(await log.extent()).toMatchObject({ removedThrough: 2, last: 3 });
    await owner.end();
    await close();
  });

  test('two publishers at once leave no gap that a reader could step over', async () => {
    const { log, url, close } = await openLog();
    const [first, second] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
    await Promise.all([first.connect(), second.connect()]);
    const now = new Date().toISOString();
    // The first event of a month makes its table, for which readers wait.
    await first.query('SELECT events.append($1::jsonb)', [JSON.stringify([event(0, now)])]);
    await first.query('BEGIN');
    await first.query('SELECT events.append($1::jsonb)', [JSON.stringify([event(1, now)])]);
    const waiting = second.query('SELECT events.append($1::jsonb)', [JSON.stringify([event(2, now)])]);
    expect(await log.read(1, 10)).toEqual([]);
    await first.query('COMMIT');
    await waiting;
    expect((await log.read(1, 10)).map(({ child }) => child)).toEqual(['child-1', 'child-2']);
    await Promise.all([first.end(), second.end()]);
    await close();
  });
});
