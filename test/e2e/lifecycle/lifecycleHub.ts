import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';

/** A hub whose clock the test moves. */
export interface LifecycleHub extends Pick<
  TestHub,
  'ask' | 'takeCalls' | 'takeStatements' | 'disturb' | 'close' | 'databases'
> {
  now(): Date;
  /** Moves the clock forward. */
  pass(time: { days?: number; hours?: number }): void;
  /** The instant so many hours from now, as the graph reads it. */
  at(hours: number): string;
  change(asker: Asker, mutation: string, input: object, fields: string, key?: string): Promise<HubAnswer>;
}

export async function createLifecycleHub(
  start = new Date(),
  children = storyChildren(start),
): Promise<LifecycleHub> {
  let shown = start.getTime();
  let set = Date.now();
  const now = () => new Date(shown + Date.now() - set);
  const hub = await createTestHub({ children, now, env: { AGENCY_TIMEOUT_MS: '20000' } });
  return {
    ...hub,
    now,
    pass: ({ days = 0, hours = 0 }) => {
      shown = now().getTime() + (days * 24 + hours) * 3_600_000;
      set = Date.now();
    },
    at: (hours) => new Date(now().getTime() + hours * 3_600_000).toISOString(),
    change: (asker, mutation, input, fields, key) => {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      return hub.ask(
        asker,
        `mutation ${mutation}($input: ${type}!, $key: ID) {
          ${mutation}(input: $input, idempotencyKey: $key) { ${fields} }
        }`,
        { input, ...(key && { key }) },
      );
    },
  };
}

export const socialWorker = (municipality: string, sub = 'worker'): Asker => ({
  role: 'SOCIAL_WORKER',
  municipality,
  sub: `${sub}-${municipality}`,
  purpose: 'CASE_WORK',
});
export const socialEmergency = (municipality: string): Asker => ({
  role: 'SOCIAL_EMERGENCY',
  municipality,
  sub: `jour-${municipality}`,
  purpose: 'PROTECTION',
});

/** What a refused change says: the code, and which part of the input. */
export function refusalOf({ errors }: HubAnswer): unknown[] {
  const { code, field } = errors[0]?.extensions ?? {};
  return field === undefined ? [code] : [code, field];
}
