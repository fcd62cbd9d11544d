import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { findLineProblem } from './findLineProblem';
import type { ImportProblem } from './importProblem';
import { longestLine, type TextLine } from './readLines';
import type { ReadRecord } from './readRecords';

/**
 * Reads CSV: a head line names the columns as paths into the record, e.g. `names.0.given`; an empty cell is not held.
 * Comma or semicolon, as the head line has it. What follows a row that cannot be read cannot be told apart from it.
 */
export async function* readCsv(
  lines: AsyncIterable<TextLine>,
  isColumn: (path: string) => boolean,
): AsyncGenerator<ReadRecord> {
  const source = lines[Symbol.asyncIterator]();
  const head = await source.next();
  if (head.done) return;
  const problems = findHeadProblems(head.value, isColumn);
  yield* problems.map((problem) => ({ problem }));
  if (problems.length > 0) return;

  const end: { problem: ImportProblem | null; line: number; open: boolean } = {
    problem: null,
    line: 1,
    open: false,
  };
  const text = async function* (): AsyncGenerator<string> {
    yield `${head.value.text}\n`;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      end.problem = findLineProblem(next.value);
      [end.line, end.open] = [next.value.line, next.value.open];
      if (end.problem) return;
      yield next.value.open ? next.value.text : `${next.value.text}\n`;
    }
  };
  const parser = parse({
    columns: true,
    delimiter: delimiterOf(head.value.text),
    info: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: longestLine,
    raw: true,
  });
  const input = Readable.from(text());
  input.once('error', (error: Error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<CsvRow>)
      yield { line: info.lines - raw.trim().split('\n').length + 1, value: unflatten(record) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!end.problem) yield { problem: toProblem(error, end) };
  }
  if (end.problem) yield { problem: end.problem };
}

function delimiterOf(head: string): string {
  return head.includes(';') && !head.includes(',') ? ';' : ',';
}

function findHeadProblems(head: TextLine, isColumn: (path: string) => boolean): ImportProblem[] {
  const broken = findLineProblem(head);
  if (broken) return [broken];
  const names = head.text.split(delimiterOf(head.text)).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const unknown = names.filter((name) => !isColumn(name));
  const reason = 'kolumnen finns inte i formatet / the format has no such column';
  if (unknown.length === names.length)
    return [{ line: 1, code: 'NO_HEADER', path: '', reason: 'ingen kolumn känns igen / no column is known' }];
  return unknown.map((path) => ({ line: 1, code: 'UNKNOWN_COLUMN', path, reason }));
}

/** A quotation that never ends, or a last row cut short, is a file that was cut. */
function toProblem(error: CsvError, end: { line: number; open: boolean }): ImportProblem {
  const line = Number((error as { lines?: number }).lines ?? end.line);
  const cut = error.code === 'CSV_QUOTE_NOT_CLOSED' || (end.open && line >= end.line);
  // The library's message may quote the row.
  return { line, code: cut ? 'TRUNCATED' : 'NOT_READABLE', path: '', reason: error.code };
}

interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  /** As it stands in the file: a quoted cell may go over several lines. */
  readonly raw: string;
  /** The line on which the row ends. */
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
