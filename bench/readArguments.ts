import { parseArgs } from 'node:util';
import type { Bench } from './bench';

export interface BenchOptions {
  /**
   * Sizes of the registers, smallest first.
   * @default 10_000 and 100_000
   */
  readonly children: readonly number[];
  /**
   * Length of each measurement, in seconds.
   * @default 10
   */
  readonly seconds: number;
  /** Where to keep the hub's CPU profile; null: nowhere. */
  readonly profile: string | null;
}

export type ArgumentsReading =
  | { readonly ok: true; readonly names: readonly string[]; readonly options: BenchOptions }
  | { readonly ok: false; readonly problem: string };

const mostChildren = 10_000_000;
const mostSeconds = 600;

/** Reads the command line; no name, or `all`, means every bench. */
export function readArguments(argv: readonly string[], known: readonly string[]): ArgumentsReading {
  const read = parse(argv);
  if (typeof read === 'string') return { ok: false, problem: read };
  const { values, positionals } = read;
  const unknown = positionals.find((name) => name !== 'all' && !known.includes(name));
  if (unknown !== undefined) return { ok: false, problem: `There is no bench called "${unknown}".` };
  const children = (values.children ?? '10000,100000')
    .split(',')
    .map((text) => readWhole(text, 100, mostChildren));
  if (children.includes(null)) {
    return {
      ok: false,
      problem: `--children takes whole numbers from 100 to ${mostChildren}, separated by commas.`,
    };
  }
  const seconds = readWhole(values.seconds ?? '10', 1, mostSeconds);
  if (seconds === null)
    return { ok: false, problem: `--seconds takes a whole number from 1 to ${mostSeconds}.` };
  const all = positionals.length === 0 || positionals.includes('all');
  const sizes = [...new Set(children as number[])].sort((one, other) => one - other);
  return {
    ok: true,
    names: all ? known : [...new Set(positionals)],
    options: { children: sizes, seconds, profile: values.profile ?? null },
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { children: text, seconds: text, profile: text },
      allowPositionals: true,
    });
  } catch (error) {
    return (error as Error).message;
  }
}

function readWhole(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : null;
}

export function usage(benches: Readonly<Record<string, Pick<Bench, 'about'>>>): string {
  const names = Object.entries(benches).map(([name, { about }]) => `  ${name.padEnd(16)}${about}`);
  return `Usage: npm run bench -- [NAME ...] [options]

${names.join('\n')}
  ${'all'.padEnd(16)}every one; also when no name is given

  --children N,N  sizes of the registers; default: 10000,100000
  --seconds N     length of each measurement; default: 10
  --profile FILE  keep the hub's CPU profile, for a browser's developer tools`;
}
