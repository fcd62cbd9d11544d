import type { HttpQuestion } from '../load/driveLoad';
import { largeAnswer, threeHops } from './shop';

export interface Scenario {
  readonly name: string;
  readonly query: string;
  readonly connections: number;
  /** Each request comes from another caller, so that nothing can be shared between them. */
  readonly uniqueCallers?: boolean;
}

export const threeHopsScenario: Scenario = { name: 'three hops', query: threeHops(10), connections: 16 };

export const scenarios: readonly Scenario[] = [
  threeHopsScenario,
  { name: '88 KB answer', query: largeAnswer, connections: 8, uniqueCallers: true },
];

/** Entities in the answers whose growth is measured: ten times the entities should take ten times the time. */
export const grown = [20, 200, 2_000] as const;

export const growth: readonly Scenario[] = grown.map((entities) => ({
  // A member, two loans and their two titles make five.
  name: `${entities} entities`,
  query: threeHops(entities / 5),
  connections: 1,
}));

const callers = 5_000;

export function questionsOf({ query, uniqueCallers }: Scenario): HttpQuestion[] {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const body = JSON.stringify({ query });
  if (!uniqueCallers) return [{ headers, body }];
  return Array.from({ length: callers }, (_, caller) => ({
    headers: { ...headers, authorization: `Bearer caller-${caller}` },
    body,
  }));
}
