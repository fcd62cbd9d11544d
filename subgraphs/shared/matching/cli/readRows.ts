import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { UsageProblem } from './usageProblem';

/**
 * The rows of a CSV file with a head line, one by one, by column. Blanks around a value do not count.
 * @throws UsageProblem when a needed column is missing or a row cannot be read
 */
export async function* readRows(
  path: string,
  columns: readonly string[],
): AsyncGenerator<Record<string, string>> {
  const parser = parse({
    bom: true,
    columns: (head: string[]) => checkHead(path, head, columns),
    relax_column_count_less: true,
    skip_empty_lines: true,
    trim: true,
  });
  const input = path === '-' ? process.stdin : createReadStream(path);
  input.once('error', (error: Error) => parser.destroy(error));
  input.pipe(parser);
  try {
    for await (const row of parser as AsyncIterable<Record<string, string>>) {
      yield Object.fromEntries(columns.map((column) => [column, row[column] ?? '']));
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UsageProblem(`${path}: ${error.message}`);
    throw error;
  }
}

function checkHead(path: string, head: string[], columns: readonly string[]): string[] {
  const missing = columns.filter((column) => !head.includes(column));
  if (missing.length === 0) return head;
  throw new UsageProblem(`${path} has no column ${missing.join(', ')}. It has: ${head.join(', ')}.`);
}
