import { parseArgs } from 'node:util';
import { largestSeed, largestWorld } from '../world/numbers';

export interface GenerateOptions {
  readonly children: number;
  readonly seed: number;
  /** Where the agencies' files go; undefined: the children go into the registers. */
  readonly to: string | undefined;
}

const usage = 'npm run generate -- --children 100000 [--seed 1] [--to FOLDER]';

/**
 * Reads the command line.
 * @throws RangeError saying what was got and what is wanted
 */
export function readGenerateOptions(argv: readonly string[]): GenerateOptions {
  const { children, seed = '1', to } = readFlags(argv);
  return {
    to,
    children: readWhole('--children', children, largestWorld),
    seed: readWhole('--seed', seed, largestSeed),
  };
}

function readFlags(argv: readonly string[]): { children?: string; seed?: string; to?: string } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...argv], options: { children: text, seed: text, to: text } }).values;
  } catch (error) {
    throw new RangeError(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function readWhole(flag: string, text: string | undefined, most: number): number {
  const value = Number(text);
  if (text !== undefined && /^\d+$/.test(text) && value >= 1 && value <= most) return value;
  const got = text === undefined ? 'ingenting / nothing' : `"${text}"`;
  throw new RangeError(`${flag}: heltal / whole number 1–${most}, fick / got ${got}.\n${usage}`);
}
