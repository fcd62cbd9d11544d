import type { LoadResult } from '../load/loadResult';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { median } from '../report/median';
import { engineOverHttp } from './contestants';
import { grown, scenarios } from './scenarios';

/** One measurement of one contestant. */
export interface Run extends LoadResult {
  readonly scenario: string;
  readonly contestant: string;
  /** Per answer. */
  readonly cpuMs: number;
  /** MiB. */
  readonly peakMemory: number;
}

export interface Steady extends LoadResult {
  readonly contestant: string;
  /** Requests a second. */
  readonly rate: number;
}

const namesIn = (runs: readonly { readonly contestant: string }[]): string[] => [
  ...new Set(runs.map(({ contestant }) => contestant)),
];
const middle = <Row>(runs: readonly Row[], figure: (run: Row) => number): number => median(runs.map(figure));
const times = (value: number): string => `${formatNumber(value)} ×`;

/** The median throughput of a contestant in a scenario; NaN when it did not take part. */
export function throughputOf(runs: readonly Run[], scenario: string, contestant: string): number {
  const own = runs.filter((run) => run.scenario === scenario && run.contestant === contestant);
  return middle(own, ({ throughput }) => throughput);
}

export function toTable(runs: readonly Run[]): string {
  const head = [
    'scenario',
    'server',
    'answers/s',
    'this engine’s share',
    'p50 ms',
    'p99 ms',
    'CPU ms/answer',
    'peak MiB',
    'failures',
  ];
  const rows = scenarios.flatMap(({ name: scenario }) =>
    namesIn(runs).map((contestant) => {
      const own = runs.filter((run) => run.scenario === scenario && run.contestant === contestant);
      const throughput = throughputOf(runs, scenario, contestant);
      return [
        scenario,
        contestant,
        formatNumber(throughput),
        times(throughputOf(runs, scenario, engineOverHttp) / throughput),
        formatNumber(middle(own, ({ p50 }) => p50)),
        formatNumber(middle(own, ({ p99 }) => p99)),
        formatNumber(middle(own, ({ cpuMs }) => cpuMs)),
        formatNumber(Math.max(...own.map(({ peakMemory }) => peakMemory))),
        String(own.reduce((sum, { failures }) => sum + failures, 0)),
      ];
    }),
  );
  return formatTable(head, rows);
}

export function toSteadyTable(steady: readonly Steady[]): string {
  const rate = formatNumber(steady[0]?.rate ?? NaN);
  const rows = steady.map(({ contestant, p50, p99, failures }) => [
    contestant,
    formatNumber(p50),
    formatNumber(p99),
    String(failures),
  ]);
  const table = formatTable(['server', 'p50 ms', 'p99 ms', 'failures'], rows);
  return `\nThree hops at a steady ${rate} requests a second, half of what Apollo Gateway can:\n\n${table}`;
}

/** Milliseconds of each answer, and what ten times the entities add for each. */
export function toGrowthTable(runs: readonly Run[]): string {
  const [, some, many] = grown;
  const rows = namesIn(runs).map((contestant) => {
    const p50 = (entities: number): number =>
      middle(
        runs.filter((run) => run.contestant === contestant && run.scenario === `${entities} entities`),
        (run) => run.p50,
      );
    const slope = ((p50(many) - p50(some)) / (many - some)) * 1_000;
    return [contestant, ...grown.map((entities) => formatNumber(p50(entities))), formatNumber(slope)];
  });
  const head = ['server', ...grown.map((entities) => `${entities}, p50 ms`), 'µs per further entity'];
  return `\nGrowth of the answer, over one connection:\n\n${formatTable(head, rows)}`;
}
