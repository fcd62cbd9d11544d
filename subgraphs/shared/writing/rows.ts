import type { SubgraphContext } from '../context';

/** The columns under their names in TypeScript, as entities have them. */
export function selectColumns(names: readonly string[], table = ''): string {
  const prefix = table === '' ? '' : `${table}.`;
  return names.map((name) => `${prefix}${toSnake(name)} AS "${name}"`).join(', ');
}

/** Whatever runs SQL: a call's context, or the change it makes. */
type Runs = Pick<SubgraphContext, 'query'>;

/** Inserts a row unless the caller's key was there before; the row, or undefined. */
export async function insertOnce<Row extends object>(
  { query }: Runs,
  table: string,
  row: Row,
): Promise<Row | undefined> {
  const names = Object.keys(row);
  const values = names.map((_, index) => `$${index + 1}`);
  const inserted = await query(
    `INSERT INTO ${table} (${names.map(toSnake).join(', ')}) VALUES (${values.join(', ')})
     ON CONFLICT (principal, idempotency_key) DO NOTHING RETURNING id`,
    Object.values(row),
  );
  return inserted.length > 0 ? row : undefined;
}

/** Runs an UPDATE of rows that have an id. @returns whether it changed any */
export async function changes({ query }: Runs, update: string, parameters: unknown[]): Promise<boolean> {
  const changed = await query(`WITH changed AS (${update} RETURNING id) SELECT id FROM changed`, parameters);
  return changed.length > 0;
}

function toSnake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
