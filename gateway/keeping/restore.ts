import 'reflect-metadata';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { addressVariable } from '../../schema/protocol/addressVariable';
import { toPem } from '../../schema/protocol/toPem';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../subgraphs/shared/database/embeddedPostgres';
import { signRestoration } from '../audit/restoration';
import { readRequired } from './arguments';
import { checkCopy } from './copies/checkCopy';
import { readManifest, type Manifest } from './copies/manifest';
import { prepareSchema } from './copies/prepareSchema';
import { putBack } from './copies/putBack';
import { settle } from './copies/settle';
import type { StoredDatabase } from './copies/takeBackup';
import { runCommand, showProgress } from './runCommand';

const usage = `npm run restore -- --from FOLDER

Puts a backup back into empty databases, with the hub stopped: each whole or not at all. The log of questions gets a
declaration, signed with the hub's key, that it was put back; the log of events goes on at positions that it never had.
Then run npm run audit:verify, and erase again what was erased since the backup.

  --from FOLDER  what npm run backup wrote

Databases: DATABASE_URL_<NAME>, as the owner of each; the others are made in DATA_DIR (default .data).
`;

async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { from: { type: 'string' } } });
  const folder = readRequired(values, 'from');
  const manifest = readManifest(folder);
  for (const copy of manifest.databases) await checkCopy(folder, copy);
  const key = manifest.auditSize === null ? null : findKey(folder, process.env);
  const embedded = await startDatabases(manifest, process.env);
  try {
    for (const copy of manifest.databases) {
      const name = copy.name as StoredDatabase;
      const url = process.env[addressVariable(name)] || embedded?.urls[name];
      await prepareSchema(name, url!);
      const client = await connect(url!);
      try {
        await putBack(client, copy, {
          folder,
          signal,
          onProgress: showProgress,
          settle: async (inside) => {
            await settle(name, inside, manifest.auditSize);
            if (name === 'audit') await declare(inside, manifest, key!);
          },
        });
      } finally {
        await client.end();
      }
      showProgress('');
      process.stdout.write(
        `${name}: ${copy.tables.reduce((sum, { rows }) => sum + rows, 0)} rows are back\n`,
      );
    }
    keepKey(folder, process.env);
    process.stdout.write(`As of ${manifest.takenAt}. Now: npm run audit:verify\n`);
    return 0;
  } finally {
    await embedded?.stop();
  }
}

async function declare(client: Client, { takenAt, auditSize }: Manifest, key: KeyObject): Promise<void> {
  const restoration = { size: auditSize!, takenAt: new Date(takenAt), restoredAt: new Date() };
  await client.query('INSERT INTO audit.restoration (note) VALUES ($1)', [signRestoration(restoration, key)]);
}

async function startDatabases(
  { databases }: Manifest,
  env: NodeJS.ProcessEnv,
): Promise<EmbeddedPostgres | null> {
  const missing = databases.map(({ name }) => name).filter((name) => !env[addressVariable(name)]);
  if (missing.length === 0) return null;
  return startEmbeddedPostgres({ dataDir: env['DATA_DIR'] || '.data', databases: missing });
}

/** @throws when there is none, or the data folder has another than the backup */
function findKey(folder: string, env: NodeJS.ProcessEnv): KeyObject {
  const [kept, own] = [join(folder, 'hub-key.pem'), keyFile(env)];
  const given = env['GATEWAY_SIGNING_KEY'];
  if (given) return createPrivateKey(toPem(given, 'PRIVATE KEY'));
  const [file] = [kept, own].filter(existsSync);
  if (file === undefined)
    throw new Error('The log of questions is put back under the hub’s signature: set GATEWAY_SIGNING_KEY.');
  const key = readFileSync(file, 'utf8');
  if (existsSync(own) && readFileSync(own, 'utf8') !== key)
    throw new Error(`${own} is another key than the backup's. Move it away, or choose another DATA_DIR.`);
  return createPrivateKey(key);
}

function keepKey(folder: string, env: NodeJS.ProcessEnv): void {
  const [kept, own] = [join(folder, 'hub-key.pem'), keyFile(env)];
  if (!existsSync(kept) || existsSync(own)) return;
  mkdirSync(env['DATA_DIR'] || '.data', { recursive: true });
  writeFileSync(own, readFileSync(kept), { mode: 0o600 });
}

function keyFile(env: NodeJS.ProcessEnv): string {
  return join(env['DATA_DIR'] || '.data', 'hub-key.pem');
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'skyddsnat-restore' });
  // The statement under way fails, which is enough; unheard, the event would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

runCommand({ usage, run });
