import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DatabaseCopy } from './manifest';

/** @throws when a file is missing or not as it was written: nothing of such a backup is put back */
export async function checkCopy(folder: string, { tables }: DatabaseCopy): Promise<void> {
  for (const { file, sha256 } of tables) {
    const path = join(folder, file);
    if (!existsSync(path)) throw new Error(`${path} is missing: the backup is not whole.`);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    if (hash.digest('hex') !== sha256)
      throw new Error(`${path} is not as it was written: the backup is damaged.`);
  }
}
