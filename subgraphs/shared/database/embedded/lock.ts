import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class DataFolderInUse extends Error {}

/**
 * Takes the data folder for this process; a lock left by a killed run is taken over.
 * @throws DataFolderInUse naming the process that holds it
 */
export function lockDataFolder(dataDir: string): () => void {
  const file = join(dataDir, 'running.pid');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder !== process.pid && isNode(holder)) {
      throw new DataFolderInUse(
        `The data folder ${dataDir} is in use by process ${holder}. Stop that one (Ctrl-C in its window, or ` +
          `\`kill ${holder}\`), or choose another folder with DATA_DIR.`,
      );
    }
    writeFileSync(file, String(process.pid));
  }
  return () => {
    if (existsSync(file) && readFileSync(file, 'utf8') === String(process.pid)) rmSync(file);
  };
}

/** Whether a process of that number lives and is Node: numbers are used again after a restart of the machine. */
function isNode(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return true;
  }
}
