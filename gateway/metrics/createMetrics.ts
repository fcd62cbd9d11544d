import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the gateway counts and times. Labels name kinds of things; none names a person, a case or an operation. */
export interface Metrics {
  operationEnded(kind: string, outcome: string, seconds: number): void;
  agencyAnswered(
    subgraph: string,
    outcome: 'ANSWER' | 'TIMEOUT' | 'REFUSED' | 'BROKEN',
    seconds: number,
  ): void;
  streamOpened(): void;
  streamClosed(): void;
  reloaded(ok: boolean): void;
  /** All of it in the text format of Prometheus. */
  text(): Promise<{ contentType: string; body: string }>;
}

/** Upper bounds in seconds: a found child takes some hundredths, an agency at its limit some seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const operations = new Histogram({
    name: 'skyddsnat_operation_seconds',
    help: 'Time from an operation to its answer, by kind and by its first error code or OK.',
    labelNames: ['kind', 'outcome'],
    buckets,
    registers,
  });
  const agencies = new Histogram({
    name: 'skyddsnat_agency_seconds',
    help: 'Time that a subgraph took for one call, by how it ended.',
    labelNames: ['subgraph', 'outcome'],
    buckets,
    registers,
  });
  const streams = new Gauge({ name: 'skyddsnat_streams', help: 'Subscriptions that are open.', registers });
  const reloads = new Counter({
    name: 'skyddsnat_reloads_total',
    help: 'Supergraphs that were loaded while running, by whether they were usable.',
    labelNames: ['usable'],
    registers,
  });
  return {
    operationEnded: (kind, outcome, seconds) => operations.observe({ kind, outcome }, seconds),
    agencyAnswered: (subgraph, outcome, seconds) => agencies.observe({ subgraph, outcome }, seconds),
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    reloaded: (ok) => reloads.inc({ usable: String(ok) }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
