import { openDatabases } from '../demo/cli/openDatabases';
import { prepareRegister } from '../demo/prepareRegisters';
import { ImportRefused, mostProblems, type ImportProblem } from './importProblem';
import { importRecords, type ImportResult } from './importRecords';
import { readImportOptions, type ImportOptions } from './readImportOptions';

/** `npm run import`: brings an agency's own records into its register, all or nothing. */
async function run(): Promise<void> {
  const options = readImportOptions(process.argv.slice(2));
  const interruption = new AbortController();
  // From the start: an interruption while the databases open must stop them in order, too.
  process.on('SIGINT', () => interruption.abort(new Interrupted()));
  process.on('SIGTERM', () => interruption.abort(new Interrupted()));
  const databases = await openDatabases(process.env, [options.agency]);
  try {
    const url = databases.urls[options.agency];
    await prepareRegister(options.agency, url);
    interruption.signal.throwIfAborted();
    const start = Date.now();
    const decided: ImportProblem[] = [];
    const result = await importRecords(url, options, {
      signal: interruption.signal,
      onProgress: (records, part) => say(records, part, Date.now() - start),
      onDecided: (conflict) => decided.push(conflict),
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    tellDecided(decided, options);
    process.stdout.write(`${describe(result, options)}\n`);
  } finally {
    await databases.close();
  }
}

function describe({ imported, changed, unchanged, absent }: ImportResult, { dryRun }: ImportOptions): string {
  const [would, inEnglish] = dryRun ? ['skulle läsas in', 'would be imported'] : ['inlästa', 'imported'];
  const updated = dryRun ? ['skulle ändras', 'would be changed'] : ['ändrade', 'changed'];
  const parts = [
    `${imported} nya barn ${would} / new children ${inEnglish}`,
    `${changed} ${updated.join(' / ')}`,
    `${unchanged} oförändrade / unchanged`,
  ];
  const missing =
    absent > 0
      ? ` ${absent} från tidigare inläsningar finns inte i filen och är kvar / of earlier imports are not in the file and stay.`
      : '';
  const nothing = dryRun ? ' Ingenting har skrivits. / Nothing was written.' : '';
  return `${parts.join('; ')}.${missing}${nothing}`;
}

function tellDecided(decided: readonly ImportProblem[], { onConflict }: ImportOptions): void {
  if (decided.length === 0) return;
  const stays = onConflict === 'hub' ? 'navet gäller / the hub stands' : 'filen gäller / the file stands';
  const lines = decided.slice(0, mostProblems).map(({ line, path }) => `rad/line ${line} ${path}: ${stays}`);
  if (decided.length > lines.length) lines.push(`… ${decided.length}`);
  process.stderr.write(`${lines.join('\n')}\n`);
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
