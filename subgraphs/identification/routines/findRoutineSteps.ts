import { planOf, plansOf } from './plan';
import { selectSteps } from './selectSteps';
import { planSources, type RoutineActor, type RoutinePhase, type RoutineStep } from './step';

export interface RoutineQuestion {
  phase: RoutinePhase;
  actor?: RoutineActor | null;
  /** The county's two digits, e.g. "25"; one without a plan of its own, or none, gets the default (`plansOf`). */
  county?: string | null;
}

/**
 * The steps an actor takes in a phase, in order. Where the county's plan is silent on the question (Stockholm's on
 * what the guardian does at a return), the other plans answer: each step names its source.
 */
export function findRoutineSteps({ phase, actor, county }: RoutineQuestion): RoutineStep[] {
  const own = selectSteps(plansOf(county ?? null), phase, actor);
  return own.length > 0 ? own : selectSteps(planSources.map(planOf), phase, actor);
}
