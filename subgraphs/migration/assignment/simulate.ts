import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findMunicipality } from '../../shared/reference/municipality';
import { findShares, readShares, type SharePeriod, type Shares } from './shares';
import { simulateYear, type SimulatedReception } from './simulateYear';

const usage = `npm run simulate-assignment -- [--children 2000] [--seed 1] [--relatives 0.2] [--resettled 0.1] [--year 2026]
  [--shares FILE]   a period as in subgraphs/migration/assignment/shareFigures.json
  [--all]           every municipality, not the ten that are furthest from their shares`;

/** `npm run simulate-assignment`: assigns a year's arrivals and shows how the shares were kept. */
function simulate(argv: readonly string[]): void {
  const { shares, children, all, ...year } = readOptions(argv);
  const receptions = simulateYear({
    ...year,
    shares,
    children,
    onProgress: (assigned) => process.stderr.write(`${assigned} / ${children} barn/children\n`),
  });
  process.stdout.write(`${describe(shares, children, receptions, all).join('\n')}\n`);
}

function readOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      children: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      relatives: { type: 'string', default: '0.2' },
      resettled: { type: 'string', default: '0.1' },
      year: { type: 'string', default: '2026' },
      shares: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  return {
    children: readNumber('--children', values.children, 1, 1_000_000, true),
    seed: readNumber('--seed', values.seed, 0, 2 ** 31, true),
    relatives: readNumber('--relatives', values.relatives, 0, 1),
    resettled: readNumber('--resettled', values.resettled, 0, 1),
    shares: values.shares
      ? readShares(JSON.parse(readFileSync(values.shares, 'utf8')) as SharePeriod)
      : findShares(`${readNumber('--year', values.year, 2000, 2100, true)}-01-01`),
    all: values.all,
  };
}

function readNumber(flag: string, text: string, least: number, most: number, whole = false): number {
  const value = Number(text);
  if (text !== '' && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new RangeError(`${flag}: ${least}–${most}, fick / got "${text}".`);
}

function describe(
  shares: Shares,
  children: number,
  receptions: readonly SimulatedReception[],
  all: boolean,
): string[] {
  const sum = (count: (each: SimulatedReception) => number): number =>
    receptions.reduce((total, each) => total + count(each), 0);
  const byDeviation = [...receptions].sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
  const inTurn = byDeviation.find(({ deviation, nearRelatives }) => deviation < 0 || nearRelatives === 0);
  return [
    `${shares.example ? 'EXEMPEL / EXAMPLE: ' : ''}${shares.source} (${shares.from} – ${shares.to})`,
    `${children} barn/children: ${sum((each) => each.nearRelatives)} nära anhörig/near relative, ` +
      `${sum((each) => each.received - each.nearRelatives)} kommunens andel/next in turn, ` +
      `${sum((each) => each.resettled)} vidarebosatta/resettled`,
    `Störst avvikelse utan anhöriga / furthest from its share without relatives: ` +
      `${inTurn ? toLine(inTurn) : '–'}`,
    '',
    'kommun/municipality | andel/share % | mottagna/received | därav anhöriga/of them relatives | avvikelse/deviation',
    ...(all ? receptions : byDeviation.slice(0, 10)).map(toLine),
  ];
}

function toLine({ municipality, share, received, nearRelatives, deviation }: SimulatedReception): string {
  const name = findMunicipality(municipality)!.name;
  return `${municipality} ${name} | ${(share * 100).toFixed(3)} | ${received} | ${nearRelatives} | ${deviation.toFixed(2)}`;
}

if (require.main === module) {
  try {
    simulate(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exitCode = 2;
  }
}
