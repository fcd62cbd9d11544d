import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { readPlaces, readRequired } from './arguments';
import { snapshotOrder, takeBackup, type StoredDatabase } from './copies/takeBackup';
import { openPlaces, places, type Place } from './places';
import { runCommand, showProgress } from './runCommand';

const usage = `npm run backup -- --to FOLDER [--agency NAME ...]

Copies the hub's databases as of one moment, while the hub runs or not. The folder holds everything that the databases
hold, and the hub's key if that is kept in DATA_DIR: keep it as safe as they are, and encrypt it where it leaves them.

  --to FOLDER    is made by this, and must not be there yet
  --agency NAME  ${places.join(', ')}; default: all that are reachable

Databases: DATABASE_URL_<NAME>, otherwise those in DATA_DIR (default .data).
`;

/** The databases of a place. */
function databasesOf(place: Place): readonly StoredDatabase[] {
  return place === 'hub' ? ['audit', 'identification', 'events'] : [place];
}

async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { to: { type: 'string' }, agency: { type: 'string', multiple: true } },
  });
  const folder = readRequired(values, 'to');
  const wanted = readPlaces(values.agency, places).flatMap(databasesOf);
  const databases = openPlaces(process.env);
  try {
    const clients = new Map<StoredDatabase, Client>();
    for (const name of snapshotOrder.filter((each) => wanted.includes(each))) {
      const client = await databases.connect(name);
      if (client) clients.set(name, client);
      else process.stderr.write(`${name}: NOT IN THE BACKUP, its database is not reachable from here.\n`);
    }
    if (clients.size === 0) return 1;
    const onProgress = (text: string): void => showProgress(text);
    const hubKey = clients.has('audit') ? findHubKey(process.env) : null;
    const manifest = await takeBackup({ folder, databases: clients, hubKey, signal, onProgress });
    showProgress('');
    for (const { name, tables } of manifest.databases) {
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(`${name}: ${tables.length} tables, ${rows} rows\n`);
    }
    process.stdout.write(
      `As of ${manifest.takenAt}${hubKey === null ? '' : ', with the hub’s key'}: ${folder}\n`,
    );
    return clients.size === wanted.length || values.agency === undefined ? 0 : 1;
  } finally {
    await databases.close();
  }
}

/** Without its key the hub could not show that the log is its own. */
function findHubKey({ GATEWAY_SIGNING_KEY: given, DATA_DIR: dataDir }: NodeJS.ProcessEnv): string | null {
  const file = join(dataDir || '.data', 'hub-key.pem');
  return given || !existsSync(file) ? null : readFileSync(file, 'utf8');
}

runCommand({ usage, run });
