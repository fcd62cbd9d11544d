import type { Client } from 'pg';
import type { CheckedRecord } from './checkRecords';

/** What the register knows of a child before the import. */
export interface KnownChild {
  /** Of its last import; null: the child is from elsewhere. */
  readonly fingerprint: string | null;
  readonly updatedAt: Date | null;
}

/**
 * Where an import lays things aside that must not fill its memory: in temporary tables of the register's database,
 * which go with the connection.
 */
export interface ImportDesk {
  /** Those of the records whose child was in the file before, with the line where. */
  findRepeated(records: readonly CheckedRecord[]): Promise<Map<CheckedRecord, number>>;
  findKnown(children: readonly string[]): Promise<Map<string, KnownChild>>;
  /** Lays records aside that change what the register has. */
  layAside(records: readonly CheckedRecord[]): Promise<void>;
  /** What was laid aside, in the order of the file, batch by batch. */
  laidAside(): AsyncGenerator<CheckedRecord[]>;
  /** How many children of earlier imports the file does not have. */
  countAbsent(): Promise<number>;
}

const batch = 500;

export async function openDesk(register: Client): Promise<ImportDesk> {
  await register.query('CREATE TEMP TABLE seen (id uuid PRIMARY KEY, line integer NOT NULL)');
  await register.query(
    'CREATE TEMP TABLE aside (line integer PRIMARY KEY, record text NOT NULL, fingerprint text NOT NULL)',
  );
  return {
    findRepeated: async (records) => {
      const given = [records.map(({ record }) => record.id), records.map(({ line }) => line)];
      const added = await register.query<{ line: number }>(
        'INSERT INTO seen SELECT * FROM unnest($1::uuid[], $2::integer[]) ON CONFLICT DO NOTHING RETURNING line',
        given,
      );
      if (added.rows.length === records.length) return new Map();
      const lines = new Set(added.rows.map(({ line }) => line));
      const repeated = records.filter(({ line }) => !lines.has(line));
      const { rows } = await register.query<{ id: string; line: number }>(
        `SELECT replace(id::text, '-', '') AS id, line FROM seen WHERE id = ANY($1::uuid[])`,
        [repeated.map(({ record }) => record.id)],
      );
      const first = new Map(rows.map(({ id, line }) => [id, line]));
      return new Map(repeated.map((each) => [each, first.get(each.record.id)!]));
    },
    findKnown: async (children) => {
      const { rows } = await register.query<KnownChild & { id: string }>(
        `SELECT c.id, i.fingerprint, i.updated_at AS "updatedAt" FROM child c LEFT JOIN imported i ON i.id = c.id
         WHERE c.id = ANY($1::text[])`,
        [children],
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    layAside: async (records) => {
      if (records.length === 0) return;
      await register.query('INSERT INTO aside SELECT * FROM unnest($1::integer[], $2::text[], $3::text[])', [
        records.map(({ line }) => line),
        records.map(({ record }) => JSON.stringify(record)),
        records.map(({ fingerprint }) => fingerprint),
      ]);
    },
    laidAside: async function* () {
      for (let after = 0; ;) {
        const { rows } = await register.query<{ line: number; record: string; fingerprint: string }>(
          'SELECT * FROM aside WHERE line > $1 ORDER BY line LIMIT $2',
          [after, batch],
        );
        if (rows.length === 0) return;
        yield rows.map((row) => ({ ...row, record: JSON.parse(row.record) as CheckedRecord['record'] }));
        after = rows.at(-1)!.line;
      }
    },
    countAbsent: async () => {
      const { rows } = await register.query<{ absent: number }>(
        `SELECT count(*)::int AS absent FROM imported i
         WHERE NOT EXISTS (SELECT FROM seen s WHERE s.id = i.id::uuid)`,
      );
      return rows[0]!.absent;
    },
  };
}
