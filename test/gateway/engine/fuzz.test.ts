import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { PlanningFailed } from '../../../gateway/engine/planningFailed';
import { createWorld } from './worlds/createWorld';
import { createRandomOperation, type Next, type RandomOperation } from './worlds/randomOperation';
import { createRandomWorld } from './worlds/randomWorld';

/** Cases in all. `ENGINE_CASES=20000 npx jest test/gateway/engine/fuzz` looks longer. */
const cases = Number(process.env.ENGINE_CASES ?? 240);
const casesPerWorld = 20;

describe('random subgraphs, data, faults and operations', () => {
  it(
    'are answered as one schema with the same data answers',
    async () => {
      let compared = 0;
      let unplanned = 0;
      await fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat(1000)), async (numbers) => {
          const next = (of: number) => (numbers.next().value as number) % of;
          const plan = createRandomWorld(next);
          const world = createWorld(plan);
          for (const operation of createOperations(world.schema, next, plan.ids)) {
            try {
              await world.compare(operation.query, operation.variables);
              compared++;
            } catch (error) {
              if (!(error instanceof PlanningFailed))
                throw describeCase(error, plan.subgraphs, operation.query);
              unplanned++;
            }
          }
        }),
        // The same worlds in every test run: how many operations the planner gives up on varies by world.
        {
          numRuns: Math.ceil(cases / casesPerWorld),
          endOnFailure: true,
          ...(!process.env.ENGINE_CASES && { seed: 20_261_122 }),
        },
      );
      if (process.env.ENGINE_CASES) process.stdout.write(`${compared} compared, ${unplanned} not planned\n`);
      expect(compared).toBeGreaterThan(cases / 2);
      expect(unplanned).toBeLessThan(compared / 200);
    },
    20_000 + cases * 200,
  );
});

/** As many valid ones as a world takes, from at most three times as many tries. */
function* createOperations(
  schema: GraphQLSchema,
  next: Next,
  ids: readonly string[],
): Iterable<RandomOperation> {
  let found = 0;
  for (let tries = 0; tries < 3 * casesPerWorld && found < casesPerWorld; tries++) {
    const operation = createRandomOperation(schema, next, ids);
    if (!operation) continue;
    found++;
    yield operation;
  }
}

function describeCase(error: unknown, subgraphs: Readonly<Record<string, string>>, query: string): Error {
  const parts = Object.entries(subgraphs).map(([name, sdl]) => `# ${name}\n${sdl}`);
  return new Error(`${(error as Error).message}\n${parts.join('\n')}\n${query}`);
}
