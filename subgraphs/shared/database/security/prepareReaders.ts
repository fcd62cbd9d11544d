import { escapeIdentifier } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { grantReaders } from './grantReaders';
import { listReaders, roleOf, type Reader } from './readers';
import type { RegisterColumns } from './registerColumns';

/** A register whose readers exist, with no more than the grants that the access matrix gives them. */
export interface ReadableRegister {
  readonly columns: RegisterColumns;
  /** Roles by reader. Who is not in it reads nothing. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The database has not the roles under which the subgraph reads, and its owner may not make them. */
export class ReadersMissing extends Error {}

/**
 * Makes the readers of a register where they are missing, and gives each what the access matrix of this version says,
 * no more and no less. For the tables' owner, at every start; several may start at once.
 * @throws ReadersMissing with the SQL for an administrator: without its readers a subgraph does not start
 */
export async function prepareReaders(
  database: DataSource,
  columns: RegisterColumns,
): Promise<ReadableRegister> {
  const readers = listReaders(columns);
  return database.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('skyddsnat readers'))`);
    const server = await describeServer(manager);
    const roles = nameRoles(server, readers);
    await makeRoles(manager, server, [...roles.values()]);
    await grantReaders(manager, columns, readers, roles);
    return { columns, roles };
  });
}

interface Server {
  readonly database: string;
  readonly owner: string;
  readonly mayCreateRoles: boolean;
  /** What must hold for `SET ROLE`: PostgreSQL 16 tells it from being a member. */
  readonly membership: 'SET' | 'MEMBER';
}

async function describeServer(manager: EntityManager): Promise<Server> {
  const [server] = await manager.query<[Server]>(`
    SELECT current_database() AS database, current_user AS owner, rolsuper OR rolcreaterole AS "mayCreateRoles",
      CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END AS membership
    FROM pg_roles WHERE rolname = current_user`);
  return server;
}

/** In bytes; PostgreSQL cuts longer names without an error. */
const longestName = 63;

function nameRoles({ database }: Server, readers: readonly Reader[]): Map<string, string> {
  const roles = new Map(readers.map(({ name }) => [name, roleOf(database, name)]));
  const tooLong = [...roles.values()].find((role) => Buffer.byteLength(role) > longestName);
  if (tooLong)
    throw new ReadersMissing(`The database name ${database} is too long: its role ${tooLong} does not fit.`);
  return roles;
}

interface FoundRole {
  readonly role: string;
  readonly usable: boolean;
  readonly tooStrong: boolean;
}

async function makeRoles(manager: EntityManager, server: Server, wanted: readonly string[]): Promise<void> {
  const found = await manager.query<FoundRole[]>(
    `SELECT rolname AS role, pg_has_role(oid, '${server.membership}') AS usable,
      rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole
        OR EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS "tooStrong"
    FROM pg_roles r WHERE rolname = ANY($1)`,
    [wanted],
  );
  const strong = found.filter(({ tooStrong }) => tooStrong).map(({ role }) => role);
  if (strong.length > 0) throw new ReadersMissing(sayTooStrong(strong));
  const missing = wanted.filter((role) => !found.some((each) => each.role === role));
  const closed = found.filter(({ usable }) => !usable).map(({ role }) => role);
  const statements = [
    ...missing.map((role) => `CREATE ROLE ${escapeIdentifier(role)} NOLOGIN`),
    ...[...missing, ...closed].map(
      (role) => `GRANT ${escapeIdentifier(role)} TO ${escapeIdentifier(server.owner)}`,
    ),
  ];
  if (statements.length === 0) return;
  if (closed.length > 0 || !server.mayCreateRoles) throw new ReadersMissing(sayMissing(server, statements));
  await manager.query(statements.join('; '));
}

function sayMissing({ database, owner }: Server, statements: readonly string[]): string {
  return [
    `The database ${database} lacks roles under which the subgraph reads, and ${owner} may not make them.`,
    `Let an administrator of the server run this once, then start again (or give ${owner} CREATEROLE):`,
    ...statements.map((statement) => `${statement};`),
  ].join('\n');
}

function sayTooStrong(roles: readonly string[]): string {
  const list = roles.map(escapeIdentifier).join(', ');
  return (
    `These roles are for reading as the access matrix says, but may do more: ${list}. An administrator should take ` +
    'away their memberships, LOGIN, SUPERUSER, BYPASSRLS and CREATEROLE, or drop them: the next start makes them anew.'
  );
}
