import { childTables } from './childTables';
import { isHeld } from './isHeld';
import { readHeld } from './legalHold';
import type { RetentionRule } from './rule';
import { noteErased } from './runRetention';
import { inTransaction, type Sql } from './sql';

/** An order to erase one child from one database. */
export interface ErasureOrder {
  /** The child's opaque reference. */
  readonly child: string;
  /** Operations of the hub's log that were about the child. */
  readonly operations: readonly string[];
  readonly by: string;
  /** Kept, so it must not tell whom it is about: the number of the decision. */
  readonly reason: string;
  readonly now: Date;
}

/** What a database holds about a child beside the tables that belong to the child's own row. */
export interface ChildTraces {
  /** Deleted in this order; SQL over the row as `r`, with `$1` the child and `$2` the operations, text[]. */
  readonly rows: readonly { readonly table: string; readonly where: string }[];
  /** What must be put right before the rows go. */
  readonly before?: (sql: Sql, child: string) => Promise<void>;
}

export class HeldFromErasure extends Error {
  constructor() {
    super(
      'A legal hold keeps the child, or a case that the child is part of. Nothing was erased here: see npm run hold -- list.',
    );
    this.name = 'HeldFromErasure';
  }
}

export interface ErasableDatabase {
  readonly rules: readonly RetentionRule[];
  readonly traces: ChildTraces;
  /** Whether it has a register of its own. */
  readonly isAgency: boolean;
}

/**
 * Erases all that a database holds about a child, in one transaction: an interruption leaves everything as it was, and
 * a repetition finds nothing more.
 * @returns how many rows, by table
 * @throws HeldFromErasure
 */
export function eraseChild(
  sql: Sql,
  { rules, traces, isAgency }: ErasableDatabase,
  order: ErasureOrder,
): Promise<Record<string, number>> {
  const { child, operations, by, reason, now } = order;
  return inTransaction(sql, async () => {
    if (await isHeld(sql, rules, child, await readHeld(sql, true))) throw new HeldFromErasure();
    const counts: Record<string, number> = {};
    const note = (table: string, rows: number): void => {
      if (rows > 0) counts[table] = (counts[table] ?? 0) + rows;
    };
    await traces.before?.(sql, child);
    note('attempt', await eraseAttempts(sql, child, isAgency));
    for (const { table, where } of traces.rows)
      note(
        table,
        await count(sql, `DELETE FROM ${table} r WHERE (${where}) AND ${bothGiven}`, [child, operations]),
      );
    note('outbox', await count(sql, 'DELETE FROM outbox WHERE child = $1', [child]));
    note('legal_hold', await count(sql, 'DELETE FROM legal_hold WHERE child = $1', [child]));
    if (isAgency) {
      for (const { table, column } of await childTables(sql))
        note(table, await count(sql, `DELETE FROM ${table} WHERE ${column} = $1`, [child]));
      note('child', await count(sql, 'DELETE FROM child WHERE id = $1', [child]));
      note('disclosure', await unlinkDisclosures(sql, child));
    }
    if (Object.keys(counts).length > 0) await noteErased(sql, counts, now, { by, reason });
    return counts;
  });
}

/** An attempt is known by what came of it: the child's own reference, or that of one of its records. */
async function eraseAttempts(sql: Sql, child: string, isAgency: boolean): Promise<number> {
  const references = [child];
  for (const { table, column } of isAgency ? await childTables(sql) : []) {
    const keys = await sql.query<{ key: string }>(
      `SELECT a.attname AS key FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indisprimary AND i.indrelid = to_regclass($1) AND a.atttypid = 'text'::regtype`,
      [table],
    );
    for (const { key } of keys) {
      const rows = await sql.query<{ id: string }>(`SELECT ${key} AS id FROM ${table} WHERE ${column} = $1`, [
        child,
      ]);
      references.push(...rows.map(({ id }) => id));
    }
  }
  return count(sql, 'DELETE FROM attempt WHERE result = ANY($1)', [references]);
}

/**
 * Takes the child out of the agency's own log, with the salts without which the hashes say nothing. A case number leads
 * to the child whose case it is: where no other child has it, it goes from every row.
 */
async function unlinkDisclosures(sql: Sql, child: string): Promise<number> {
  const ownCases = await sql.query<{ name: string }>(
    `SELECT DISTINCT case_reference AS name FROM disclosure d WHERE children @> ARRAY[$1] AND case_reference IS NOT NULL
       AND NOT EXISTS (SELECT FROM disclosure o WHERE o.case_reference = d.case_reference
         AND NOT o.children <@ ARRAY[$1])`,
    [child],
  );
  return count(
    sql,
    `UPDATE disclosure SET salt = NULL, children = array_remove(children, $1),
       case_reference = CASE WHEN cardinality(array_remove(children, $1)) = 0 THEN NULL ELSE case_reference END
     WHERE children @> ARRAY[$1] OR case_reference = ANY($2)`,
    [child, ownCases.map(({ name }) => name)],
  );
}

/** PostgreSQL wants to know the type of what it is given, also where a statement does not use it. */
const bothGiven = '$1::text IS NOT NULL AND $2::text[] IS NOT NULL';

async function count(sql: Sql, statement: string, parameters: readonly unknown[]): Promise<number> {
  const rows = await sql.query<{ count: number }>(
    `WITH done AS (${statement} RETURNING 1) SELECT count(*)::int AS count FROM done`,
    parameters,
  );
  return rows[0]!.count;
}
