import { unwatchFile, watchFile } from 'node:fs';

/** How often files are looked at, in milliseconds: names that an orchestrator swaps cannot be watched otherwise. */
const interval = 1_000;

/**
 * Calls on SIGHUP and whenever one of the files has changed.
 * @returns ends it
 */
export function watchSources(files: readonly string[], onChange: () => void): () => void {
  process.on('SIGHUP', onChange);
  const listener = (
    now: { mtimeMs: number; ino: number },
    before: { mtimeMs: number; ino: number },
  ): void => {
    if (now.mtimeMs !== before.mtimeMs || now.ino !== before.ino) onChange();
  };
  for (const file of files) watchFile(file, { interval, persistent: false }, listener);
  return () => {
    process.off('SIGHUP', onChange);
    for (const file of files) unwatchFile(file, listener);
  };
}
