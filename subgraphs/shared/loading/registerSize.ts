/** How many children a register holds, nearly; see `createRegisterSize`. */
export type RegisterSize = () => Promise<number>;

interface Database {
  query(statement: string): Promise<[{ readonly size: number }]>;
}

/** A register grows slowly; a search is often. In milliseconds. */
const keptMs = 10 * 60_000;

/**
 * Tells how many children the register holds: what the planner of PostgreSQL believes, or counted where it has no
 * opinion yet. Kept for ten minutes, an empty register's not at all, since it may just be loaded.
 */
export function createRegisterSize(database: Database): RegisterSize {
  let kept = { size: 0, until: 0 };
  return async () => {
    if (kept.size > 0 && performance.now() < kept.until) return kept.size;
    const [row] = await database.query(statement);
    kept = { size: row.size, until: performance.now() + keptMs };
    return kept.size;
  };
}

const statement = `SELECT (CASE WHEN c.reltuples > 0 THEN c.reltuples ELSE (SELECT count(*) FROM child) END)::float8 AS size
  FROM pg_class c WHERE c.oid = 'child'::regclass`;
