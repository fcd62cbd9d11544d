import { parseArgs } from 'node:util';
import type { Bench } from './bench';

export interface BenchOptions {
  /**
   * Sizes of the registers, smallest first.
   * @default 10_000 and 100_000
   */
  readonly children: readonly number[];
  /**
   * How many subscribers, fewest first.
   * @default 100, 1_000 and 5_000
   */
  readonly subscribers: readonly number[];
  /**
   * Length of each measurement, in seconds.
   * @default 10
   */
  readonly seconds: number;
  /**
   * How often the hubs of a comparison are started anew (secrecy).
   * @default 12
   */
  readonly starts: number;
  /** Where to keep the hub's CPU profile; null: nowhere. */
  readonly profile: string | null;
  /** Where loaded registers are kept for the next run (statistics); null: nowhere. */
  readonly data: string | null;
}

export type ArgumentsReading =
  | { readonly ok: true; readonly names: readonly string[]; readonly options: BenchOptions }
  | { readonly ok: false; readonly problem: string };

const mostChildren = 10_000_000;
const mostSubscribers = 20_000;
const mostSeconds = 600;
const mostStarts = 100;

/** Reads the command line; no name, or `all`, means every bench. */
export function readArguments(argv: readonly string[], known: readonly string[]): ArgumentsReading {
  const read = parse(argv);
  if (typeof read === 'string') return { ok: false, problem: read };
  const { values, positionals } = read;
  const unknown = positionals.find((name) => name !== 'all' && !known.includes(name));
  if (unknown !== undefined) return { ok: false, problem: `There is no bench called "${unknown}".` };
  const children = readSizes(values.children ?? '10000,100000', 100, mostChildren);
  if (!children) return { ok: false, problem: tellSizes('children', 100, mostChildren) };
  const subscribers = readSizes(values.subscribers ?? '100,1000,5000', 1, mostSubscribers);
  if (!subscribers) return { ok: false, problem: tellSizes('subscribers', 1, mostSubscribers) };
  const seconds = readWhole(values.seconds ?? '10', 1, mostSeconds);
  if (seconds === null)
    return { ok: false, problem: `--seconds takes a whole number from 1 to ${mostSeconds}.` };
  const starts = readWhole(values.starts ?? '12', 2, mostStarts);
  if (starts === null)
    return { ok: false, problem: `--starts takes a whole number from 2 to ${mostStarts}.` };
  const all = positionals.length === 0 || positionals.includes('all');
  return {
    ok: true,
    names: all ? known : [...new Set(positionals)],
    options: {
      children,
      subscribers,
      seconds,
      starts,
      profile: values.profile ?? null,
      data: values.data ?? null,
    },
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        children: text,
        subscribers: text,
        seconds: text,
        starts: text,
        profile: text,
        data: text,
      },
      allowPositionals: true,
    });
  } catch (error) {
    return (error as Error).message;
  }
}

/** Smallest first, each once. */
function readSizes(text: string, least: number, most: number): readonly number[] | null {
  const sizes = text.split(',').map((size) => readWhole(size, least, most));
  const whole = sizes.filter((size) => size !== null);
  return whole.length < sizes.length ? null : [...new Set(whole)].sort((one, other) => one - other);
}

function tellSizes(option: string, least: number, most: number): string {
  return `--${option} takes whole numbers from ${least} to ${most}, separated by commas.`;
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

  --children N,N     sizes of the registers; default: 10000,100000
  --subscribers N,N  for updates: how many; default: 100,1000,5000
  --seconds N        length of each measurement; default: 10
  --starts N         for secrecy: how often both hubs of a pair are started anew; default: 12
  --profile FILE     keep the hub's CPU profile, for a browser's developer tools
  --data FOLDER      keep the loaded registers there for the next run (statistics)`;
}
