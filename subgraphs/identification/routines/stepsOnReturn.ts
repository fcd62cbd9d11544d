import { planOf, plansOf } from './plan';
import { renumber, selectSteps } from './selectSteps';
import type { RoutineStep } from './step';

/**
 * The chain of a return (R22), by the plan of the county that is responsible. No plan holds the whole chain: what
 * social services do stands in Norrbotten's, what the guardian does in Västra Götaland's, so both complete the own.
 */
export function stepsOnReturn(county: string | null): RoutineStep[] {
  const plans = [...plansOf(county), planOf('NB'), planOf('VG')];
  return renumber(plans.flatMap((plan) => selectSteps([plan], 'RETURNED')));
}
