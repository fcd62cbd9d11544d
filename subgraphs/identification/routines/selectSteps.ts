import type { Plan, PlanStep } from './plan';
import type { RoutineActor, RoutinePhase, RoutineStep } from './step';

/**
 * The steps of plans in a phase, numbered in the order in which to take them: what to do (routines and checklists)
 * before how things stand and what is recommended; within that the order of the plans.
 * A step for everybody who meets the child belongs to every actor.
 */
export function selectSteps(
  plans: readonly Plan[],
  phase: RoutinePhase,
  actor?: RoutineActor | null,
): RoutineStep[] {
  const routines = plans.flatMap((plan) => plan.routines.map((routine) => ({ plan, ...routine })));
  return routines
    .sort((a, b) => precedence[a.kind] - precedence[b.kind])
    .flatMap(({ plan, steps }) => steps.map((step) => ({ plan, step })))
    .filter(({ step }) => step.phases.includes(phase) && (!actor || concerns(step, actor)))
    .map(({ plan, step }, index) => toStep(plan, step, index + 1, phase, actor ?? null));
}

const precedence = { CHECKLIST: 0, ROUTINE: 0, NARRATIVE: 1, RECOMMENDATION: 2 };

function concerns({ actors }: PlanStep, actor: RoutineActor): boolean {
  return actors.includes(actor) || actors.includes('ANYONE');
}

function toStep(
  plan: Plan,
  step: PlanStep,
  order: number,
  phase: RoutinePhase,
  asked: RoutineActor | null,
): RoutineStep {
  return {
    id: step.id,
    order,
    actor: asked !== null && step.actors.includes(asked) ? asked : step.actors[0]!,
    phase,
    text: { sv: step.sv, en: step.en },
    deadlineHours: step.deadlineHours ?? null,
    source: plan.source,
    county: plan.county,
  };
}

/** The same steps, each once, numbered anew. */
export function renumber(steps: readonly RoutineStep[]): RoutineStep[] {
  const unique = new Map(steps.map((step) => [step.id, step]));
  return [...unique.values()].map((step, index) => ({ ...step, order: index + 1 }));
}
