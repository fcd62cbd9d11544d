import { openDatabases } from '../demo/cli/openDatabases';
import { prepareRegisters } from '../demo/prepareRegisters';
import { ImportRefused } from './importProblem';
import { importRecords } from './importRecords';
import { readImportOptions } from './readImportOptions';

/** `npm run import`: brings an agency's own records into its register, all or nothing. */
async function run(): Promise<void> {
  const options = readImportOptions(process.argv.slice(2));
  const interruption = new AbortController();
  // From the start: an interruption while the databases open must stop them in order, too.
  process.on('SIGINT', () => interruption.abort(new Interrupted()));
  process.on('SIGTERM', () => interruption.abort(new Interrupted()));
  const databases = await openDatabases(process.env);
  try {
    await prepareRegisters(databases.urls);
    interruption.signal.throwIfAborted();
    const start = Date.now();
    const { imported, unchanged } = await importRecords(databases.urls[options.agency], options, {
      signal: interruption.signal,
      onProgress: (records, part) => say(records, part, Date.now() - start),
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    const done = options.dryRun
      ? 'skulle läsas in, ingenting har skrivits / would be imported, nothing was written'
      : 'inlästa / imported';
    process.stdout.write(`${imported} barn/children ${done}; ${unchanged} oförändrade / unchanged.\n`);
  } finally {
    await databases.close();
  }
}

class Interrupted extends Error {
  override readonly message = 'Avbrutet: ingenting har skrivits. / Interrupted: nothing was written.';
}

function say(records: number, part: number, elapsedMs: number): void {
  const rate = elapsedMs > 0 ? Math.round((records * 1_000) / elapsedMs) : 0;
  const line = `${Math.floor(part * 100)} % · ${records} barn/children · ${rate}/s`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

if (require.main === module) {
  run().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    const refused = error instanceof ImportRefused || error instanceof RangeError;
    process.exitCode = error instanceof Interrupted ? 130 : refused ? 2 : 1;
  });
}
