import { findMunicipality } from '../../shared/reference/municipality';
import type { RoutineStep } from '../routines/step';
import { stepsForFinder } from '../routines/stepsForFinder';
import type { ResponsibilityDecision } from './decision';

/** What the finder does now (R19, R20), by the plan of the county where the child is found. */
export function stepsOf(decision: ResponsibilityDecision): RoutineStep[] {
  const place = decision.interim ?? decision.municipality;
  return stepsForFinder(place === null ? null : (findMunicipality(place)?.county.code ?? null));
}
