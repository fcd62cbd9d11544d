import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import type { Measurement } from './measure';
import type { Way } from './questions';

export interface Row extends Measurement {
  readonly children: number;
  readonly way: Way;
  readonly connections: number;
  readonly server: string;
}

/** Each server in a line of its own, and below them what the first costs more than the second. */
export function toTable(rows: readonly Row[]): string {
  const keys = [...new Set(rows.map(circumstances))];
  const head = [
    'children',
    'asked by',
    'connections',
    'server',
    'answers/s',
    'p50 ms',
    'p99 ms',
    'CPU ms/answer',
    'peak MiB',
    'failures',
  ];
  return formatTable(
    head,
    keys.flatMap((key) => {
      const [hub, floor] = rows.filter((row) => circumstances(row) === key);
      const lines = [hub!, floor!].map((row) => [
        ...labels(row),
        row.server,
        ...figures(row).map(formatNumber),
        String(row.failures),
      ]);
      const ratios = figures(hub!).map((value, index) => `${formatNumber(value / figures(floor!)[index]!)}×`);
      return [...lines, [...labels(hub!), 'ratio', ...ratios, '–']];
    }),
  );
}

function circumstances(row: Row): string {
  return labels(row).join('/');
}

function labels({ children, way, connections }: Row): string[] {
  return [formatNumber(children), way, String(connections)];
}

function figures({ throughput, p50, p99, cpuMs, peakMemory }: Row): number[] {
  return [throughput, p50, p99, cpuMs, peakMemory];
}
