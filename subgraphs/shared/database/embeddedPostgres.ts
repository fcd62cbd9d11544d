import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startCluster } from './embedded/cluster';
import { lockDataFolder } from './embedded/lock';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** One database and one login role each; no role may connect to another's database. */
  readonly databases: readonly string[];
  /** Further login roles, each let into one of the databases without owning it: role -> database. @default none */
  readonly guests?: Readonly<Record<string, string>>;
  /** Settings of the server, e.g. `fsync=off` for tests. @default none */
  readonly flags?: readonly string[];
}

export interface EmbeddedPostgres {
  /** Per database, the URL of its own role, by way of a Unix socket where there can be one. */
  readonly urls: Readonly<Record<string, string>>;
  /** Per guest, the URL of its role in the database it is let into. */
  readonly guestUrls: Readonly<Record<string, string>>;
  /** The superuser's URL, for maintenance. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/**
 * Runs the PostgreSQL that comes with the installation, with its databases, roles and passwords in `dataDir`.
 * @throws DataFolderInUse, ClusterBroken: the message says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const guests = Object.entries(options.guests ?? {});
  const unlock = lockDataFolder(options.dataDir);
  try {
    const passwords = readPasswords(options.dataDir, [
      'postgres',
      ...options.databases,
      ...guests.map(([role]) => role),
    ]);
    const cluster = await startCluster(options.dataDir, passwords['postgres'] as string, options.flags ?? []);
    const url = (user: string, database: string): string =>
      `postgres://${user}:${passwords[user]}@127.0.0.1:${cluster.port}/${database}`;
    const { socketFolder } = cluster;
    const nearUrl = (user: string, database: string): string =>
      url(user, database) + (socketFolder === null ? '' : `?host=${encodeURIComponent(socketFolder)}`);
    const adminUrl = url('postgres', 'postgres');
    try {
      await prepareDatabases(adminUrl, options.databases, passwords);
      await letGuestsIn(adminUrl, guests, passwords);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return {
      urls: Object.fromEntries(options.databases.map((name) => [name, nearUrl(name, name)])),
      guestUrls: Object.fromEntries(guests.map(([role, database]) => [role, nearUrl(role, database)])),
      adminUrl,
      stop: async () => {
        await cluster.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Random per installation, in a file only its owner reads; there is no default password. */
function readPasswords(dataDir: string, users: readonly string[]): Record<string, string> {
  const file = join(dataDir, 'passwords.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const missing = users.filter((user) => !known[user]);
  for (const user of missing) known[user] = randomBytes(24).toString('base64url');
  if (missing.length > 0) writeFileSync(file, JSON.stringify(known, null, 2), { mode: 0o600 });
  return known;
}

async function prepareDatabases(
  adminUrl: string,
  databases: readonly string[],
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const existing = await admin.query<{ datname: string }>('SELECT datname FROM pg_database');
    const known = new Set(existing.rows.map((row) => row.datname));
    for (const name of databases.filter((database) => !known.has(database))) {
      await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${passwords[name]}'`);
      await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
      await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    }
    // For the roles under which a register is read; it can make and alter no other.
    for (const name of databases) await admin.query(`ALTER ROLE ${name} CREATEROLE`);
  } finally {
    await admin.end();
  }
}

async function letGuestsIn(
  adminUrl: string,
  guests: readonly (readonly [role: string, database: string])[],
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const existing = await admin.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
    const known = new Set(existing.rows.map((row) => row.rolname));
    for (const [role, database] of guests.filter(([name]) => !known.has(name))) {
      await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${passwords[role]}'`);
      await admin.query(`GRANT CONNECT ON DATABASE ${database} TO ${role}`);
    }
  } finally {
    await admin.end();
  }
}
