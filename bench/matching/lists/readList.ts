import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Where the public test lists lie; they are not part of the project. */
const folder = process.env['MATCHING_DATA'] ?? '/work/shared/data/matching';

/** The rows of a test list by column, or null when the list is not at hand. */
export function readList(file: string): Record<string, string>[] | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const delimiter = file.endsWith('.tsv') ? '\t' : ',';
  const options = {
    columns: true,
    delimiter,
    trim: true,
    relax_column_count: true,
    quote: file.endsWith('.tsv') ? null : '"',
  };
  return parse(readFileSync(path, 'utf8'), options) as unknown as Record<string, string>[];
}

/** The same of a list without a head line. */
export function readPlainList(file: string): string[][] | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}
