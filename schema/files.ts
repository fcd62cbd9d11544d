import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, from the source as well as from the compiled program. */
export function projectFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

export function readSupergraph(): string {
  return readFileSync(join(projectFolder(), 'schema', 'supergraph.graphql'), 'utf8');
}

/** The registry of the operations that the hub's own page sends. */
export function readOwnDocuments(): string {
  return readFileSync(join(projectFolder(), 'schema', 'console', 'documents.json'), 'utf8');
}

/** Where the built page lies, if it has been built. */
export function consoleFolder(): string {
  return join(projectFolder(), 'dist', 'gateway', 'console');
}
