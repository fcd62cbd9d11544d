import { planOf, plansOf, type Plan } from './plan';
import { renumber, selectSteps } from './selectSteps';
import type { RoutineStep } from './step';

/**
 * What to do beside a child who has just been found (R19, R20), by the plan of the county of finding. How to meet
 * the child stands in Stockholm's plan only and comes first everywhere; the county's own steps follow.
 */
export function stepsForFinder(foundInCounty: string | null): RoutineStep[] {
  const meeting = selectSteps([planOf('STH')].map(toDo), 'FOUND', 'ANYONE');
  const county = selectSteps(plansOf(foundInCounty).map(toDo), 'FOUND').filter(({ actor }) =>
    finders.has(actor),
  );
  return renumber([...meeting, ...county]);
}

const finders = new Set(['ANYONE', 'POLICE', 'SOCIAL_SERVICES', 'NGO']);

/** A plan without the parts that describe or recommend: a finder has minutes. National material has no other parts. */
function toDo(plan: Plan): Plan {
  const routines = plan.routines.filter(({ kind }) => kind === 'ROUTINE' || kind === 'CHECKLIST');
  return plan.county === null ? plan : { ...plan, routines };
}
