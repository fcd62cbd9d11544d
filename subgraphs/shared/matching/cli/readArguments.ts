import { parseArgs } from 'node:util';
import { UsageProblem } from './usageProblem';

export interface NamesArguments {
  readonly command: 'names';
  readonly pairs: string;
}

export interface RetrieveArguments {
  readonly command: 'retrieve';
  readonly queries: string;
  readonly candidates: string;
  /** How many candidates to write per query. */
  readonly top: number;
}

export interface LinkArguments {
  readonly command: 'link';
  readonly files: readonly [string] | readonly [string, string];
  /** The column that names a row. */
  readonly id: string;
  /** The column of each field. */
  readonly fields: Readonly<Partial<Record<LinkColumn, string>>>;
}

export type LinkColumn = 'given' | 'family' | 'birthDate';
const linkColumns: readonly LinkColumn[] = ['given', 'family', 'birthDate'];
const mostTop = 1_000;

const usage = `Usage: npm run --silent match -- COMMAND …

  names PAIRS.tsv
      two names per line, with a tab between; writes LEVEL, weight
  retrieve QUERIES.txt CANDIDATES.txt [--top 10]
      one name per line each; writes query, rank, candidate, weight, level
  link A.csv [B.csv] --id COLUMN --fields given=COLUMN,family=COLUMN,birthDate=COLUMN
      rows of one person, in two files or within one; writes both ids, weight, grade

A file named - is standard input. Answers are tab-separated on standard output, progress is on standard error.`;

/**
 * Reads the command line.
 * @throws UsageProblem
 */
export function readArguments(
  argv: readonly string[],
): NamesArguments | RetrieveArguments | LinkArguments | { readonly command: 'help'; readonly text: string } {
  const { values, positionals } = parse(argv);
  const [command, ...files] = positionals;
  if (values.help || command === 'help') return { command: 'help', text: usage };
  if (command === 'names') {
    expectFiles(command, files, 1, 1);
    return { command, pairs: files[0]! };
  }
  if (command === 'retrieve') {
    expectFiles(command, files, 2, 2);
    return { command, queries: files[0]!, candidates: files[1]!, top: readTop(values.top) };
  }
  if (command === 'link') {
    expectFiles(command, files, 1, 2);
    return { command, files: files as [string], id: readId(values.id), fields: readFields(values.fields) };
  }
  throw new UsageProblem(command ? `There is no command "${command}".\n\n${usage}` : usage);
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { id: text, fields: text, top: text, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message}\n\n${usage}`);
  }
}

function expectFiles(command: string, files: readonly string[], least: number, most: number): void {
  if (files.length >= least && files.length <= most) return;
  const wanted = least === most ? `${least}` : `${least} or ${most}`;
  throw new UsageProblem(`${command} takes ${wanted} file(s), got ${files.length}.\n\n${usage}`);
}

function readTop(text = '10'): number {
  const top = Number(text);
  if (Number.isInteger(top) && top >= 1 && top <= mostTop) return top;
  throw new UsageProblem(`--top takes a whole number from 1 to ${mostTop}, got "${text}".`);
}

function readId(text: string | undefined): string {
  if (text) return text;
  throw new UsageProblem('link needs --id COLUMN: the column that names a row.');
}

function readFields(text = ''): LinkArguments['fields'] {
  const entries = text.split(',').map((part) => part.split('=') as [string, string?]);
  for (const [field, column] of entries) {
    if (!linkColumns.includes(field as LinkColumn) || !column) {
      throw new UsageProblem(
        `--fields takes ${linkColumns.map((each) => `${each}=COLUMN`).join(',')}; got "${text}".`,
      );
    }
  }
  return Object.fromEntries(entries) as LinkArguments['fields'];
}
