import type { DataSource } from 'typeorm';
import type { Decisions } from '../access/decisions';
import { allFactRows } from '../database/security/openRows';
import type { ReadableRegister } from '../database/security/prepareReaders';
import { readAs } from '../database/security/readAs';
import type { SubgraphDatabase } from '../database/subgraphDatabase';
import { createGate } from '../loading/gate';
import type { ChildRow, FieldSources } from '../loading/rowLoader';
import { bindNamed } from '../loading/bindNamed';
import { localDate } from '../time/stockholm';

/** What an agency tells the hub's duty clock, and nothing else. Protected children are in none of it. */
export interface DutyReading {
  /** The facts about those of the children whom this agency holds. */
  facts(children: readonly string[]): Promise<ChildRow[]>;
  /** Those of the children whom this agency's mark hides from the clock. */
  hidden(children: readonly string[]): Promise<string[]>;
  /** The children about whom something may be due, in the order of their references, after one of them. */
  running(after: string, first: number): Promise<string[]>;
  /** The children in whose cases something has happened after a position; null: from now on. */
  changes(after: string | null, first: number): Promise<DutyChanges>;
}

export interface DutyChanges {
  readonly children: string[];
  /** Where to go on from. */
  readonly position: string;
}

export interface DutyReadingOptions {
  readonly database: SubgraphDatabase;
  readonly register: ReadableRegister;
  readonly sources: FieldSources;
  /** SQL over the child as `c`, as in `AccessFactsSql`. */
  readonly running: string;
  /** Opens nothing: the facts are written into SQL without asking it. */
  readonly decisions: Decisions;
  readonly now: Date;
  readonly onStatement?: ((sql: string) => void) | undefined;
}

export function createDutyReading(options: DutyReadingOptions): DutyReading {
  const { database, register, sources, decisions, now, onStatement } = options;
  const run = async <T>(
    reader: 'hub_facts' | 'access_facts',
    [sql, parameters]: readonly [string, readonly unknown[]],
    children?: readonly string[],
  ): Promise<T[]> => {
    const role = register.roles.get(reader);
    if (role === undefined) return [];
    onStatement?.(sql);
    const open = children && { rows: allFactRows(register.columns, children), unlessProtected: children };
    return readAs<T>(database, { role, ...(open && { open }) }, sql, parameters);
  };

  return {
    facts: (children) => {
      const gate = createGate(decisions, children);
      const fields = Object.entries(sources.hubFields ?? {});
      const columns = fields.map(([name, { sql }]) => `${sql(gate, now)} AS "${name}"`);
      const sql = `SELECT c.id, ${columns.join(', ')} FROM child c WHERE c.id = ANY(${gate.bind(children)}::text[])`;
      return run<ChildRow>('hub_facts', [sql, gate.parameters], children);
    },
    hidden: async (children) => {
      const sql = 'SELECT c.id FROM child c WHERE c.id = ANY($1::text[]) AND c.protected_identity';
      return (await run<ChildRow>('access_facts', [sql, [children]])).map(({ id }) => id);
    },
    running: async (after, first) => {
      const sql = `SELECT c.id FROM child c WHERE c.id > :after AND NOT c.protected_identity AND (${options.running})
        ORDER BY c.id LIMIT :first`;
      const values = { after, first, today: localDate(now), now: now.toISOString() };
      return (await run<ChildRow>('access_facts', bindNamed(sql, values))).map(({ id }) => id);
    },
    changes: (after, first) => readChanges(database, after, first, onStatement),
  };
}

/**
 * Read from the outbox as its owner. Below the oldest transaction still under way all have ended, so nothing can
 * appear before the position later.
 */
async function readChanges(
  database: DataSource,
  after: string | null,
  first: number,
  onStatement: ((sql: string) => void) | undefined,
): Promise<DutyChanges> {
  const sql = after === null ? newest : following;
  onStatement?.(sql);
  const rows = await database.query<{ child: string | null; place: string }[]>(
    sql,
    after === null ? [] : [...after.split(':'), first],
  );
  const children = rows.flatMap(({ child }) => child ?? []);
  return { children: [...new Set(children)], position: rows.at(-1)?.place ?? after ?? '0:0' };
}

const place = `o.transaction::text || ':' || o.position AS place`;
const settled = 'o.transaction < pg_snapshot_xmin(pg_current_snapshot())';

const newest = `SELECT NULL AS child, ${place} FROM outbox o WHERE ${settled}
  ORDER BY o.transaction DESC, o.position DESC LIMIT 1`;

const following = `SELECT CASE WHEN NOT coalesce(c.protected_identity, false) THEN o.child END AS child, ${place}
  FROM outbox o LEFT JOIN child c ON c.id = o.child
  WHERE (o.transaction, o.position) > ($1::xid8, $2::bigint) AND ${settled}
  ORDER BY o.transaction, o.position LIMIT $3`;
