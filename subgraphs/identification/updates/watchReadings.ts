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
/** Entries of the log that are gone through at once. */
const batch = 2_000;

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
  return change(database, now, async ({ query, publishAll }) => {
    const [place] = await query<{ next: string | null }>(
      'SELECT next_leaf AS next FROM reading_watch FOR UPDATE SKIP LOCKED',
    );
    // Another process of this subgraph is at it.
    if (!place) return 0;
    const [log] = await audit.query<{ end: string }>(
      'SELECT coalesce(max(leaf_index) + 1, 0) AS end FROM audit.entry',
      [],
    );
    const end = Number(log?.end ?? 0);
    const begin = Number(place.next ?? end);
    const next = Math.min(end, begin + batch);
    if (place.next !== null && next <= begin) return 0;
    const entries = await audit.query<Entry>(readings, [begin, next - begin, agencies]);
    await publishAll(
      entries.map(({ child, agency, role, municipality, purpose, occurred_at: occurredAt }) => ({
        type: 'CORE_FACTS_READ' as const,
        child,
        occurredAt,
        reading: { agency, role, municipality, purpose },
      })),
    );
    await query('UPDATE reading_watch SET next_leaf = $1', [next]);
    return next - begin;
  });
}

/**
 * Sorted out where they are: most entries are none, and every delivery of an event is an entry. By LIMIT, for without
 * statistics PostgreSQL would go through the whole log for a range.
 */
const readings = `SELECT occurred_at, child, agency, role, municipality, purpose
  FROM (SELECT leaf_index, occurred_at, child, agency, role, municipality, purpose, fields_disclosed
    FROM audit.entry WHERE leaf_index >= $1 ORDER BY leaf_index LIMIT $2) AS entry
  WHERE child IS NOT NULL AND agency = ANY($3)
    AND EXISTS (SELECT FROM unnest(fields_disclosed) AS field WHERE field LIKE 'Child.%' AND field <> 'Child.id')
  ORDER BY leaf_index`;

interface Entry {
  readonly occurred_at: Date;
  readonly child: string;
  readonly agency: Agency;
  readonly role: Role;
  readonly municipality: string | null;
  readonly purpose: Purpose | null;
}
