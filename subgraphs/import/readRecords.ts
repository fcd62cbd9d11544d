import { createReadStream, type ReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { CsvError, parse } from 'csv-parse';
import type { ImportOptions } from './readImportOptions';

/** One line of a file: a value to be checked, or why there is none. */
export type ReadLine =
  { readonly line: number; readonly value: unknown } | { readonly line: number; readonly reason: string };

/** A record is a child; a longer line is no record, and is not kept in memory. */
const longestLine = 1_000_000;

/** Reads a file line by line; `bytesRead` tells how far it has come. Memory is bounded by the longest line. */
export function readRecords({ file, format }: Pick<ImportOptions, 'file' | 'format'>): {
  readonly lines: AsyncGenerator<ReadLine>;
  bytesRead(): number;
} {
  let input: ReadStream | undefined;
  // Opened when it is read: a stream that fails or flows before anybody listens is lost.
  const read = async function* (): AsyncGenerator<ReadLine> {
    input = createReadStream(file);
    yield* format === 'CSV' ? readCsv(input) : readNdjson(input);
  };
  return { lines: read(), bytesRead: () => input?.bytesRead ?? 0 };
}

async function* readNdjson(input: NodeJS.ReadableStream): AsyncGenerator<ReadLine> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  let failure: Error | undefined;
  // Unheard, readline would end as if the file did.
  input.once('error', (error: Error) => {
    failure = error;
    lines.close();
  });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const json = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (json.trim() !== '') yield readJson(json, line);
  }
  if (failure) throw failure;
}

function readJson(json: string, line: number): ReadLine {
  if (json.length > longestLine) return { line, reason: `${json.length} tecken / characters` };
  try {
    return { line, value: JSON.parse(json) as unknown };
  } catch (error) {
    return { line, reason: `ingen JSON / no JSON: ${(error as Error).message}` };
  }
}

/** A head line names the columns as paths into the record, e.g. `names.0.given`; an empty cell is not held. */
async function* readCsv(input: NodeJS.ReadableStream): AsyncGenerator<ReadLine> {
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: longestLine,
  });
  input.once('error', (error: Error) => parser.destroy(error));
  input.pipe(parser);
  let last = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      last = info.lines;
      yield { line: info.lines, value: unflatten(record) };
    }
  } catch (error) {
    // What follows a row that cannot be read cannot be told apart from it.
    if (!(error instanceof CsvError)) throw error;
    yield { line: Number((error as { lines?: number }).lines ?? last + 1), reason: error.message };
  }
}

interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

type Tree = { [key: string]: Tree | string };

/** Makes a record of its cells; whole numbers in a path are places in a list. */
function unflatten(cells: Readonly<Record<string, string>>): unknown {
  const tree: Tree = Object.create(null) as Tree;
  for (const [path, cell] of Object.entries(cells)) {
    if (cell === '') continue;
    const keys = path.split('.');
    let place = tree;
    for (const key of keys.slice(0, -1)) {
      const next = place[key];
      place = typeof next === 'object' ? next : (place[key] = Object.create(null) as Tree);
    }
    place[keys.at(-1)!] = cell;
  }
  return toLists(tree);
}

function toLists(tree: Tree | string): unknown {
  if (typeof tree === 'string') return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, toLists(value)] as const);
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key));
  if (!isList) return Object.fromEntries(entries);
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}
