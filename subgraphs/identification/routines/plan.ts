import nb from './plans/nb.json';
import sth from './plans/sth.json';
import sun from './plans/sun.json';
import vg from './plans/vg.json';
import type { PlanSource, RoutineActor, RoutinePhase } from './step';

/** A step as the plans' data hold it: in the project's words, under the id that names its place in the plan. */
export interface PlanStep {
  id: string;
  /** Who may or must act, the one whose step it is first. */
  actors: RoutineActor[];
  /** Every phase it holds for, the main one first. */
  phases: RoutinePhase[];
  sv: string;
  en: string;
  deadlineHours?: number;
}

/** Steps in their order. A narrative or recommendation says how things stand; a routine or checklist what to do. */
export interface Routine {
  id: string;
  kind: 'ROUTINE' | 'CHECKLIST' | 'NARRATIVE' | 'RECOMMENDATION';
  steps: PlanStep[];
}

export interface Plan {
  source: PlanSource;
  county: string | null;
  routines: Routine[];
}

const plans: Readonly<Record<PlanSource, Plan>> = {
  NB: nb as Plan,
  STH: sth as Plan,
  SUN: sun as Plan,
  VG: vg as Plan,
};

/** The whole of one plan. */
export function planOf(source: PlanSource): Plan {
  return plans[source];
}

/**
 * The plans that hold in a county. Stockholm's is the most complete and stands for counties without one of their
 * own; Västra Götaland's page takes everything but prevention and the guardian's part from it. The national support
 * material of 2025 (Strömsund) belongs to all.
 */
export function plansOf(county: string | null): Plan[] {
  const sources: PlanSource[] = (county !== null && Object.hasOwn(ownPlans, county) && ownPlans[county]) || [
    'STH',
  ];
  return [...sources, 'SUN' as const].map(planOf);
}

const ownPlans: Readonly<Record<string, PlanSource[]>> = {
  '01': ['STH'],
  '14': ['VG', 'STH'],
  '25': ['NB'],
};
