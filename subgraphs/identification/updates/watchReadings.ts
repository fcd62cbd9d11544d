import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { agencies, type Agency, type Purpose, type Role } from '../../../schema/protocol/vocabulary';
import { change } from '../../shared/writing/change';
import type { AuditReader } from '../accessLog/auditReader';

export interface ReadingsWatch {
  close(): Promise<void>;
}

/** How often the log is looked at, in milliseconds; who reads waits for none of it. */
const lookEvery = 1_000;
const batch = 500;

/**
 * Makes an event of every reading of a child's core facts, for the municipality in charge: derived from the audit log,
 * which every answer was written to before it left. The place in the log and the events are one transaction.
 */
export function watchReadings(
  database: DataSource,
  audit: AuditReader,
  now: () => Date,
  log?: (line: string) => void,
): ReadingsWatch {
  const closing = new AbortController();
  const watch = async (): Promise<void> => {
    for (let failed = false; !closing.signal.aborted;) {
      try {
        const read = await publishNext(database, audit, now());
        failed = false;
        if (read === batch) continue;
      } catch (error) {
        const { name, code } = error as { name?: string; code?: string };
        if (!failed)
          log?.(
            JSON.stringify({ level: 'warn', service: 'identification', event: 'readings-wait', name, code }),
          );
        failed = true;
      }
      await pause(lookEvery, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    close: async () => {
      closing.abort();
      await watching;
    },
  };
}

/** @returns how many entries were looked at */
async function publishNext(database: DataSource, audit: AuditReader, now: Date): Promise<number> {
  return change(database, now, async ({ query, publish }) => {
    const [place] = await query<{ next: string | null }>(
      'SELECT next_leaf AS next FROM reading_watch FOR UPDATE SKIP LOCKED',
    );
    // Another process of this subgraph is at it.
    if (!place) return 0;
    if (place.next === null) {
      const [end] = await audit.query<{ next: string }>(
        'SELECT coalesce(max(leaf_index) + 1, 0) AS next FROM audit.entry',
        [],
      );
      await query('UPDATE reading_watch SET next_leaf = $1', [end?.next ?? 0]);
      return 0;
    }
    const entries = await audit.query<Entry>(entriesFrom, [place.next, batch]);
    for (const entry of entries.filter(isReading)) {
      const { child, agency, role, municipality, purpose, occurred_at: occurredAt } = entry;
      const reading = { agency, role, municipality, purpose };
      await publish({ type: 'CORE_FACTS_READ', child: child as string, occurredAt, reading });
    }
    const last = entries.at(-1);
    if (last) await query('UPDATE reading_watch SET next_leaf = $1', [Number(last.leaf_index) + 1]);
    return entries.length;
  });
}

const entriesFrom = `SELECT leaf_index, occurred_at, child, agency, role, municipality, purpose, fields_disclosed AS fields
  FROM audit.entry WHERE leaf_index >= $1 ORDER BY leaf_index LIMIT $2`;

interface Entry {
  readonly leaf_index: string;
  readonly occurred_at: Date;
  readonly child: string | null;
  readonly agency: Agency;
  readonly role: Role;
  readonly municipality: string | null;
  readonly purpose: Purpose | null;
  readonly fields: readonly string[];
}

/** That a child was named is none yet: an event names it, too. */
function isReading({ child, agency, fields }: Entry): boolean {
  return child !== null && agencies.includes(agency) && fields.some((field) => /^Child\.(?!id$)/.test(field));
}
