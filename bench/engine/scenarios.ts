import { largeAnswer, threeHops } from './shop';

export interface Scenario {
  readonly name: string;
  readonly query: string;
  readonly connections: number;
}

export const scenarios: readonly Scenario[] = [
  { name: 'three hops', query: threeHops(10), connections: 16 },
  { name: '88 KB answer', query: largeAnswer, connections: 8 },
];

/** Answers of 20, 200 and 2 000 entities: ten times the entities should take ten times the time. */
export const growth: readonly Scenario[] = [20, 200, 2_000].map((entities) => ({
  // A member, two loans and their two titles make five.
  name: `${entities} entities`,
  query: threeHops(entities / 5),
  connections: 1,
}));
