import type { Client } from 'pg';

/** Runs SQL on one connection, as the owner of the tables. */
export interface Sql {
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

export function toSql(client: Pick<Client, 'query'>): Sql {
  return {
    query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as T[],
  };
}

/** One transaction; an exception undoes all of it. */
export async function inTransaction<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  await sql.query('BEGIN');
  try {
    const result = await work();
    await sql.query('COMMIT');
    return result;
  } catch (error) {
    await sql.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
