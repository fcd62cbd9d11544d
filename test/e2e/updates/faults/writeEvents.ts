import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { AgencySubgraph, CaseUpdateType } from '../../../../schema/protocol/vocabulary';
import type { FaultyHub } from './faultyHub';

export interface WrittenEvent {
  readonly id: string;
  readonly type: CaseUpdateType;
  readonly child: string;
  readonly agency: AgencySubgraph;
}

const typeOf: Readonly<Record<AgencySubgraph, CaseUpdateType>> = {
  migration: 'ASSIGNED',
  municipality: 'CASE_OPENED',
  police: 'FOUND',
  guardianship: 'GUARDIAN_APPOINTED',
};

/**
 * Writes events of one agency one after the other, each in a transaction of its own, whatever breaks: a change that was
 * not confirmed is made again under the same id.
 */
export async function writeEvents(
  hub: FaultyHub,
  agency: AgencySubgraph,
  children: readonly string[],
  count: number,
): Promise<WrittenEvent[]> {
  const written: WrittenEvent[] = [];
  let client: Client | null = null;
  const type = typeOf[agency];
  while (written.length < count) {
    const event = { id: randomUUID(), type, child: children[written.length % children.length]!, agency };
    for (let done = false; !done;) {
      try {
        client ??= await connect(hub.urls[agency]);
        await client.query(
          `INSERT INTO outbox (id, type, child, occurred_at, recorded_at) VALUES ($1, $2, $3, now(), now())
           ON CONFLICT (id) DO NOTHING`,
          [event.id, type, event.child],
        );
        done = true;
      } catch {
        await client?.end().catch(() => undefined);
        client = null;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    written.push(event);
    if (written.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await client?.end();
  return written;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
