import fc from 'fast-check';
import { PlanningFailed } from '../../../gateway/engine/planningFailed';
import { createWorld } from './worlds/createWorld';
import { createRandomOperation } from './worlds/randomOperation';
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
          for (let left = casesPerWorld; left > 0; left--) {
            const operation = createRandomOperation(world.schema, next, plan.ids);
            if (!operation) continue;
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
        { numRuns: Math.ceil(cases / casesPerWorld), endOnFailure: true },
      );
      expect(compared).toBeGreaterThan(cases / 2);
      expect(unplanned).toBeLessThan(compared / 20);
    },
    20_000 + cases * 200,
  );
});

function describeCase(error: unknown, subgraphs: Readonly<Record<string, string>>, query: string): Error {
  const parts = Object.entries(subgraphs).map(([name, sdl]) => `# ${name}\n${sdl}`);
  return new Error(`${(error as Error).message}\n${parts.join('\n')}\n${query}`);
}
