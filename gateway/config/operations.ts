import type { EnvironmentReader } from './environment';

/** What whoever keeps the gateway running decides. */
export interface OperationsSettings {
  /**
   * The supergraph; read again on SIGHUP, and when a file that is named here changes. null: the one that is built in.
   * `SUPERGRAPH_FILE`
   */
  readonly supergraphFile: string | null;
  /**
   * How long a gateway that is told to stop goes on answering while `/ready` says 503, in milliseconds, so that load
   * balancers notice. `DRAIN_DELAY_MS`
   * @default 0 in demo mode, otherwise 3_000
   */
  readonly drainDelayMs: number;
  /**
   * How long operations under way may then take, in milliseconds. `DRAIN_TIMEOUT_MS`
   * @default 15_000
   */
  readonly drainTimeoutMs: number;
  /** Port of `GET /metrics`; null: none. `METRICS_PORT` */
  readonly metricsPort: number | null;
  /**
   * Address that it listens on. `METRICS_HOST`
   * @default '127.0.0.1'
   */
  readonly metricsHost: string;
}

export function readOperations(read: EnvironmentReader, demo: boolean): OperationsSettings {
  const metricsPort = read.integer('METRICS_PORT', { fallback: -1, min: 0, max: 65_535 });
  return {
    supergraphFile: read.text('SUPERGRAPH_FILE'),
    drainDelayMs: read.integer('DRAIN_DELAY_MS', { fallback: demo ? 0 : 3_000, min: 0, max: 120_000 }),
    drainTimeoutMs: read.integer('DRAIN_TIMEOUT_MS', { fallback: 15_000, min: 0, max: 300_000 }),
    metricsPort: metricsPort < 0 ? null : metricsPort,
    metricsHost: read.text('METRICS_HOST') ?? '127.0.0.1',
  };
}
