import { setImmediate } from 'node:timers/promises';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface StatementResult {
  readonly rows: readonly Record<string, unknown>[];
  readonly rowCount: number;
}

/** Gathers statements and runs them as one; `query` has the shape of a pg client's. */
export interface StatementBatch {
  query(statement: Statement): Promise<StatementResult>;
  /** Runs what has been gathered. The statements see the database as it was before, not each other. */
  run(): Promise<void>;
}

interface Waiting extends Statement {
  readonly resolve: (result: StatementResult) => void;
  readonly reject: (error: unknown) => void;
}

type Run = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

/**
 * One statement instead of one for each limit: each part becomes a `WITH` query, the rows come back as JSON. No two
 * parts may write the same row, and a part that writes needs `RETURNING`.
 */
export function createStatementBatch(execute: Run): StatementBatch {
  let waiting: Waiting[] = [];
  return {
    query: (statement) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...statement, resolve, reject });
      }),
    run: async () => {
      // Whoever fills the batch may do so a few promises later.
      await setImmediate();
      const taken = waiting;
      waiting = [];
      if (taken.length > 0) await answer(taken, execute);
    },
  };
}

async function answer(parts: readonly Waiting[], execute: Run): Promise<void> {
  const { text, values } = merge(parts);
  try {
    const found = await execute<{ part: number; row: Record<string, unknown> }>(text, [...values]);
    parts.forEach(({ resolve }, index) => {
      const rows = found.filter(({ part }) => part === index).map(({ row }) => row);
      resolve({ rows, rowCount: rows.length });
    });
  } catch (error) {
    for (const { reject } of parts) reject(error);
  }
}

/** @returns a statement whose rows are `part`, the index, and `row`, JSON */
export function merge(parts: readonly Statement[]): Statement {
  const values: unknown[] = [];
  const queries = parts.map((part, index) => {
    const offset = values.length;
    values.push(...part.values);
    const text = part.text
      .replace(/;\s*$/, '')
      .replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`);
    return `q${index} AS (${text})`;
  });
  const selects = parts.map(
    (_, index) => `SELECT ${index} AS part, to_jsonb(q${index}) AS row FROM q${index}`,
  );
  return { text: `WITH ${queries.join(', ')} ${selects.join(' UNION ALL ')}`, values };
}
