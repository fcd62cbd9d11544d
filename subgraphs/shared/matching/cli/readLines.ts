import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a text file, one by one, without a byte order mark; `-` is standard input. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const input = path === '-' ? process.stdin.setEncoding('utf8') : createReadStream(path, 'utf8');
  let failure: unknown;
  input.once('error', (error: Error) => (failure = error));
  let first = true;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    yield first ? line.replace(/^\ufeff/u, '') : line;
    first = false;
  }
  if (failure) throw failure as Error;
}
