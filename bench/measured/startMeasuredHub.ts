import { join } from 'node:path';
import type { Registers } from '../foundChild/registers';
import { startMeasured, type MeasuredProcess } from './startMeasured';

export interface HubOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Compiled files loaded before it. @default none */
  readonly preload?: readonly string[];
  /** File for its log. @default `hub.log` beside the registers */
  readonly log?: string;
}

/** Node's own options that `npm start` gives the hub. */
export const hubFlags: readonly string[] = ['--max-semi-space-size=64'];

/** The whole hub in one process on these registers, as `npm start` starts it. */
export function startMeasuredHub(
  { dataDir, urls }: Pick<Registers, 'dataDir' | 'urls'>,
  { env = {}, preload = [], log = join(dataDir, 'hub.log') }: HubOptions = {},
): Promise<MeasuredProcess> {
  return startMeasured({
    program: join(__dirname, '..', '..', 'gateway', 'main.js'),
    flags: hubFlags,
    preload,
    env: { ...environmentOf({ dataDir, urls }), ...env },
    log,
  });
}

/** Where a process finds the registers, and that it may take any port. */
export function environmentOf({
  dataDir,
  urls,
}: Pick<Registers, 'dataDir' | 'urls'>): Readonly<Record<string, string>> {
  const databases = Object.entries(urls).map(([name, url]) => [`DATABASE_URL_${name.toUpperCase()}`, url]);
  return { ...(Object.fromEntries(databases) as Record<string, string>), PORT: '0', DATA_DIR: dataDir };
}

/**
 * A few people ask here what a whole county does not ask in a year; and the clock over time limits would look at every
 * child of a register that it has not seen, for minutes, beside what is measured.
 */
export const askedAlone = { SEARCH_BUDGET_FACTOR: '1000000', DUTY_CLOCK: 'off' } as const;
