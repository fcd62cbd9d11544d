import type { GraphQLError } from 'graphql';
import type { DemoChild } from './demoChild';
import { openDatabases } from './cli/openDatabases';
import { progressLine } from './cli/progressLine';
import { readGenerateOptions, type GenerateOptions } from './cli/readGenerateOptions';
import { generateWorld } from './generateWorld';
import { loadWorld, type LoadWorldOptions } from './loadWorld';
import { prepareRegisters } from './prepareRegisters';
import { writeWorld } from './writeWorld';

/** `npm run generate`: fills the agencies' registers with synthetic children, all or nothing, or writes their files. */
async function generate(): Promise<void> {
  const options = readGenerateOptions(process.argv.slice(2));
  const interruption = new AbortController();
  // From the start: an interruption while the databases open must stop them in order, too.
  process.on('SIGINT', () => interruption.abort(new Interrupted()));
  process.on('SIGTERM', () => interruption.abort(new Interrupted()));
  if (options.to !== undefined) {
    await make(
      options,
      (children, progress) => writeWorld(options.to!, children, progress),
      interruption.signal,
    );
    return;
  }
  const databases = await openDatabases(process.env);
  try {
    await prepareRegisters(databases.urls);
    interruption.signal.throwIfAborted();
    await make(
      options,
      (children, progress) => loadWorld(databases.urls, children, progress),
      interruption.signal,
    );
  } finally {
    await databases.close();
  }
}

class Interrupted extends Error {
  override readonly message = 'Avbrutet: ingenting har skrivits. / Interrupted: nothing was written.';
}

async function make(
  { children, seed, to }: GenerateOptions,
  take: (children: Iterable<DemoChild>, progress: LoadWorldOptions) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const start = Date.now();
  const say = (line: string): boolean =>
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  const onProgress = (loaded: number): boolean => say(progressLine(loaded, children, Date.now() - start));
  try {
    await take(generateWorld({ children, seed, now: new Date() }), { onProgress, signal });
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
  const seconds = ((Date.now() - start) / 1_000).toFixed(1);
  const [done, inEnglish] = to === undefined ? ['inlästa', 'loaded'] : ['skrivna', 'written'];
  process.stdout.write(
    `${children} barn ${done} på ${seconds} s (frö ${seed}). / ${children} children ${inEnglish} in ${seconds} s (seed ${seed}).\n`,
  );
}

function explain(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const swedish = (error as GraphQLError).extensions?.['messageSv'];
  return typeof swedish === 'string' ? `${swedish}\n${text}` : text;
}

if (require.main === module) {
  generate().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = error instanceof Interrupted ? 130 : 1;
  });
}
