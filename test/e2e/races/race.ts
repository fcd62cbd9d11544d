import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import { awayChild } from '../../harness/awayChildren';
import type { Asker, HubAnswer } from '../../harness/hub';
import { socialWorker, type LifecycleHub } from '../lifecycle/lifecycleHub';

/** One try of a race, with a child of its own. */
export interface Round {
  readonly hub: LifecycleHub;
  /** The child's key; its guardian is `guardian-<key>`. */
  readonly key: string;
  readonly child: string;
  /** Another child of the same municipality. */
  readonly other: string;
  /** Makes a change that the race builds on. */
  change(asker: Asker, mutation: string, input: object, fields?: string): Promise<Record<string, never>>;
}

/** One kind of change as two officers send it at the same moment. */
export interface Race {
  readonly mutation: string;
  /** ONE: the other is told which version there is now. FIRST: it is told that it came too late. GONE: the child is not its own any more. BOTH: they commute. */
  readonly stands: 'ONE' | 'FIRST' | 'GONE' | 'BOTH';
  readonly askers: (round: Round) => [Asker, Asker];
  /** What happens before; the input builds on what it gives. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  readonly before?: (round: Round) => Promise<any>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  readonly input: (round: Round, earlier: any) => object;
  /** @default 'id' */
  readonly fields?: string;
  /** The mutation takes this one argument in place of an input. */
  readonly argument?: 'id' | 'webhook';
}

type Make = (sub: string) => Asker;

export const two = (make: Make) => (): [Asker, Asker] => [make('a'), make('b')];
export const luleå: Make = (sub) => socialWorker('2580', sub);
export const worker = socialWorker('2580');
export const migration: Make = (sub) => ({ role: 'MIGRATION_OFFICER', sub, purpose: 'CASE_WORK' });
export const investigator: Make = (sub) => ({ role: 'POLICE_INVESTIGATOR', sub, purpose: 'PROTECTION' });
export const patrol: Make = (sub) => ({ role: 'POLICE_OFFICER', sub, purpose: 'PROTECTION' });
export const board: Make = (sub) => ({
  role: 'GUARDIANSHIP_OFFICER',
  municipality: '2580',
  sub,
  purpose: 'GUARDIANSHIP',
});
export const guardian = ({ key }: Round): Asker => ({
  role: 'GUARDIAN',
  sub: `guardian-${key}`,
  purpose: 'GUARDIANSHIP',
});
/** The same system twice: an endpoint belongs to one. */
export const system = (): Asker => ({
  role: 'INTEGRATOR',
  municipality: '2580',
  sub: 'system',
  purpose: 'CASE_WORK',
});
export const auditor: Make = (sub) => ({ role: 'AUDITOR', agency: 'POLICE', sub, purpose: 'AUDIT' });

export function send(
  { mutation, fields = 'id', argument }: Race,
  { hub }: Round,
  asker: Asker,
  input: object,
  key?: string,
): Promise<HubAnswer> {
  if (!argument) return hub.change(asker, mutation, input, fields, key);
  return hub.ask(
    asker,
    `mutation ($of: ID!, $key: ID) { ${mutation}(${argument}: $of, idempotencyKey: $key) { ${fields} } }`,
    { of: (input as Record<string, unknown>)[argument], ...(key && { key }) },
  );
}

/** The children of a round: of a link there are two. */
export function keysOf(key: string, { mutation }: Race): string[] {
  return /link/i.test(mutation) ? [key, `${key}-other`] : [key];
}

/** The child of a round: away for five hours, its case open at the municipality and at the Migration Agency. */
export function roundChild(key: string, now: Date): DemoChild {
  const child = awayChild(now, { key, abscondedFor: 5 });
  for (const asylumCase of child.migration?.asylumCases ?? [])
    Object.assign(asylumCase, { status: 'OPEN', closedOn: null, lmaEntitled: true });
  return { ...child, municipality: { ...child.municipality!, careOrders: [] } };
}

export function createRound(hub: LifecycleHub, key: string): Round {
  const child = opaqueId('away', key);
  return {
    hub,
    key,
    child,
    other: opaqueId('away', `${key}-other`),
    change: async (asker, mutation, input, fields = 'id') => {
      const { data, errors } = await hub.change(asker, mutation, { child, ...input }, fields);
      if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
      return data[mutation];
    },
  };
}

/** Does what comes before the race. @returns the input of either */
export async function prepare(race: Race, round: Round): Promise<object> {
  const earlier = await race.before?.(round);
  return { child: round.child, ...race.input(round, earlier) };
}
