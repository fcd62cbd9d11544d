import { setMaxListeners } from 'node:events';
import { benches } from './benches';
import { readArguments, usage } from './readArguments';

/** `npm run bench -- NAME`: tables on standard output, progress on standard error. */
async function main(): Promise<void> {
  const reading = readArguments(process.argv.slice(2), Object.keys(benches));
  if (!reading.ok) {
    process.stderr.write(`${reading.problem}\n\n${usage(benches)}\n`);
    process.exitCode = 2;
    return;
  }
  const interruption = new AbortController();
  // Every request under way listens.
  setMaxListeners(0, interruption.signal);
  // Once: a second signal ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stderr.write('\nStopping …\n');
      interruption.abort(new Interrupted());
    });
  }
  for (const name of reading.names) {
    await benches[name]!.run({
      options: reading.options,
      signal: interruption.signal,
      say: (line) => void process.stderr.write(`${line}\n`),
      print: (text) => void process.stdout.write(`${text}\n`),
    });
  }
}

class Interrupted extends Error {
  override readonly message = 'Interrupted.';
}

main().catch((error: unknown) => {
  const interrupted = error instanceof Interrupted;
  process.stderr.write(`${interrupted ? error.message : (error as Error).stack}\n`);
  process.exitCode = interrupted ? 130 : 1;
});
