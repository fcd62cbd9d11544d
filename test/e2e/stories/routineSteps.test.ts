import { routinePhases } from '../../../subgraphs/identification/routines';
import execution from '../../../subgraphs/identification/routines/execution.json';
import { createTestHub, type TestHub } from '../../harness/hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ children: [] });
}, 60_000);
afterAll(() => hub?.close());

test('every step of every plan is shown through the gateway, with its actor, in the counties whose plan it is', async () => {
  const shown = new Set<string>();
  for (const county of ['01', '14', '25']) {
    for (const phase of routinePhases) {
      const { data, errors } = await hub.ask(
        { role: 'NGO_WORKER' },
        'query ($phase: RoutinePhase!, $county: String) { routine(phase: $phase, county: $county) { id actor text source } }',
        { phase, county },
      );
      expect(errors).toEqual([]);
      for (const { id } of data.routine as { id: string }[]) shown.add(id);
    }
  }
  const steps = [...Object.keys(execution.executed), ...Object.values(execution.advice).flat()];
  expect([...shown].sort()).toEqual(steps.sort());
});
