import { Pool } from 'pg';

/** Reads the gateway's audit log, and can do nothing else with it. */
export interface AuditReader {
  query<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export function createAuditReader(url: string): AuditReader {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
    // Whatever the role may do: these sessions write nothing.
    options: '-c default_transaction_read_only=on',
    application_name: 'skyddsnat-access-log',
  });
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return {
    query: async <Row extends object>(sql: string, parameters: readonly unknown[]) =>
      (await pool.query<Row>(sql, [...parameters])).rows,
    close: () => pool.end(),
  };
}
