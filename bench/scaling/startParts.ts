import { join } from 'node:path';
import { agencySubgraphs, type SubgraphName } from '../../schema/protocol/vocabulary';
import type { Registers } from '../foundChild/registers';
import { hubFlags } from '../measured/startMeasuredHub';
import { startMeasured, type MeasuredProcess } from '../measured/startMeasured';

/** A kind of process; the gateways count as one. */
export type Part = SubgraphName | 'gateway';

export interface Parts {
  readonly gateways: readonly MeasuredProcess[];
  /** Processor time of each part since its start. */
  cpuMs(): Promise<ReadonlyMap<Part, number>>;
  stop(): Promise<void>;
}

const compiled = join(__dirname, '..', '..');

/** Every subgraph and so many gateways, each a process of its own, on one PostgreSQL. */
export async function startParts({ dataDir, urls }: Registers, gateways: number): Promise<Parts> {
  const started: [Part, MeasuredProcess][] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(([, process]) => process.stop()));
  };
  const common = { PORT: '0', DATA_DIR: dataDir, SEARCH_BUDGET_FACTOR: '1000000' };
  const addresses: Record<string, string> = {};
  const start = async (part: Part, env: Record<string, string>): Promise<MeasuredProcess> => {
    const isGateway = part === 'gateway';
    const process = await startMeasured({
      program: join(compiled, isGateway ? 'gateway' : 'subgraphs', 'main.js'),
      args: isGateway ? ['--gateway-only'] : [part],
      flags: isGateway ? hubFlags : [],
      env: { ...common, ...env },
      log: join(dataDir, `${part}-${started.length}.log`),
      ...(!isGateway && { tellsIn: 'log' as const }),
    });
    started.push([part, process]);
    return process;
  };
  const startSubgraph = async (name: SubgraphName): Promise<void> => {
    const env = { [`DATABASE_URL_${name.toUpperCase()}`]: urls[name], DATABASE_URL_EVENTS: urls.events };
    const { address } = await start(name, { ...env, ...addresses });
    addresses[`SUBGRAPH_URL_${name.toUpperCase()}`] = `${address}/graphql`;
  };
  try {
    for (const name of agencySubgraphs) await startSubgraph(name);
    await startSubgraph('identification');
    const env = { DATABASE_URL_AUDIT: urls.audit, DATABASE_URL_EVENTS: urls.events, ...addresses };
    const running: MeasuredProcess[] = [];
    for (let index = 0; index < gateways; index += 1) running.push(await start('gateway', env));
    return {
      gateways: running,
      cpuMs: async () => {
        const sums = new Map<Part, number>();
        for (const [part, process] of started) {
          sums.set(part, (sums.get(part) ?? 0) + (await process.usage()).cpuMs);
        }
        return sums;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
