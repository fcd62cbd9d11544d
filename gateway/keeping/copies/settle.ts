import type { Client } from 'pg';
import type { StoredDatabase } from './takeBackup';

/** Further than any log has come between a backup and its restoration. */
const lostPositions = 1_000_000_000;

/**
 * Puts right what is only good in the server, or at the moment, that it was written in.
 *
 * @param auditSize entries in the log of questions that is put back with it; null: it is not
 */
export async function settle(name: StoredDatabase, client: Client, auditSize: number | null): Promise<void> {
  if (name === 'audit') return;
  if (name === 'events') return openGap(client);
  // Numbers of transactions count from anew on another server: a row with a higher one would wait for its turn.
  await client.query('UPDATE outbox SET transaction = pg_current_xact_id()');
  if (name !== 'identification') return;
  // Where the clock stood in outboxes that are numbered anew; the first round after the start finds everybody.
  await client.query('DELETE FROM duty_position');
  if (auditSize !== null)
    await client.query('UPDATE reading_watch SET next_leaf = least(next_leaf, $1)', [auditSize]);
}

/**
 * Events that were lost had positions, and somebody may have a cursor there: no position is given out twice, and a
 * cursor of the lost part is refused as FUTURE, so that its owner reads the cases anew.
 */
async function openGap(client: Client): Promise<void> {
  await client.query(
    'INSERT INTO events.gap (after, until) SELECT last_position, last_position + $1 FROM events.log',
    [lostPositions],
  );
  await client.query('UPDATE events.log SET last_position = last_position + $1', [lostPositions]);
}
