import { Client } from 'pg';
import { tendEventsDatabase } from '../../../../gateway/updates/log/tendEventsDatabase';
import { createTestDatabase } from '../../../harness/database';

test('what is older than the log keeps is removed while the gateway runs, and months to come are made by the first event', async () => {
  const database = await createTestDatabase('events');
  const said: string[] = [];
  const leave = await tendEventsDatabase(database.url, 3, (line) => void said.push(line), 50);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const months = async (): Promise<string[]> => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits
         WHERE inhparent = 'events.event'::regclass ORDER BY name`,
      );
      return rows.map(({ name }) => name);
    };
    await client.query(
      `SELECT events.append(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'type', 'FOUND', 'child', 'c',
         'publisher', 'police', 'occurredAt', at, 'recordedAt', at)))
       FROM unnest(ARRAY[now() - interval '6 months', now(), now() + interval '40 days']) AS at`,
    );
    const { rows } = await client.query<{ names: string[] }>(
      `SELECT array_agg('events.event_' || to_char((now() + ahead) AT TIME ZONE 'UTC', 'YYYY_MM')) AS names
       FROM unnest(ARRAY[interval '0', interval '40 days']) AS ahead`,
    );
    while ((await months()).length > 2) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await months()).toEqual([...rows[0]!.names].sort());
    const log = await client.query('SELECT last_position, removed_through FROM events.log');
    expect(log.rows).toEqual([{ last_position: '3', removed_through: '1' }]);
    await leave();
    expect(said).toEqual([]);
  } finally {
    await leave();
    await client.end();
    await database.drop();
  }
});
