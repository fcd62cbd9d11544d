import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes a data folder and its cluster, which lies elsewhere when PostgreSQL's user cannot reach the folder. */
export function removeDataDir(dataDir: string): void {
  const cluster = join(dataDir, 'postgres');
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
