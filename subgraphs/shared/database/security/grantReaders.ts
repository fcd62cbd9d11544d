import { escapeIdentifier } from 'pg';
import type { EntityManager } from 'typeorm';
import { wholeRegister, type Reader } from './readers';
import type { RegisterColumns } from './registerColumns';
import { wholeRegisterPolicy } from './rowSecurity';

/** Gives each reader its columns and nothing else, and lets those of the whole register past the row security. */
export async function grantReaders(
  manager: EntityManager,
  register: RegisterColumns,
  readers: readonly Reader[],
  roles: ReadonlyMap<string, string>,
): Promise<void> {
  const tables = Object.keys(register);
  const everybody = [...roles.values()].map(escapeIdentifier).join(', ');
  const statements = [
    // First: a vacuum waits for the grants' rows of the catalogue with the table in its hand, which a policy locks.
    ...(await policiesFor(manager, readers, roles)),
    `REVOKE ALL ON ${tables.map(escapeIdentifier).join(', ')} FROM PUBLIC, ${everybody}`,
    ...tables.flatMap((table) => grantsOn(table, readers, roles)),
  ];
  await manager.query(statements.join('; '));
}

/** Columns that the same readers get stand in one statement. */
function grantsOn(table: string, readers: readonly Reader[], roles: ReadonlyMap<string, string>): string[] {
  const readersOf = new Map<string, string[]>();
  for (const { name, columns } of readers)
    for (const column of columns.get(table) ?? [])
      readersOf.set(column, [...(readersOf.get(column) ?? []), roles.get(name)!]);
  const columnsFor = new Map<string, string[]>();
  for (const [column, granted] of readersOf) {
    const grantees = granted.map(escapeIdentifier).join(', ');
    columnsFor.set(grantees, [...(columnsFor.get(grantees) ?? []), escapeIdentifier(column)]);
  }
  return [...columnsFor].map(
    ([grantees, columns]) =>
      `GRANT SELECT (${columns.join(', ')}) ON ${escapeIdentifier(table)} TO ${grantees}`,
  );
}

/** Only what is missing: making a policy locks its table against those who read. */
async function policiesFor(
  manager: EntityManager,
  readers: readonly Reader[],
  roles: ReadonlyMap<string, string>,
): Promise<string[]> {
  const names = wholeRegister.map((name) => roles.get(name)!).sort();
  const held = await manager.query<{ table: string; roles: string[] }[]>(
    `SELECT tablename AS table, roles::text[] AS roles FROM pg_policies
    WHERE policyname = $1 AND schemaname = current_schema()`,
    [wholeRegisterPolicy],
  );
  const tables = new Set(
    readers
      .filter(({ name }) => (wholeRegister as readonly string[]).includes(name))
      .flatMap(({ columns }) => [...columns.keys()]),
  );
  return [...tables]
    .filter((table) => {
      const policy = held.find((each) => each.table === table);
      return policy?.roles.sort().join() !== names.join();
    })
    .flatMap((table) => [
      `DROP POLICY IF EXISTS ${wholeRegisterPolicy} ON ${escapeIdentifier(table)}`,
      `CREATE POLICY ${wholeRegisterPolicy} ON ${escapeIdentifier(table)} FOR SELECT
        TO ${names.map(escapeIdentifier).join(', ')} USING (true)`,
    ]);
}
