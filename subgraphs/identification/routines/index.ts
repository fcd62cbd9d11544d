export { findRoutineSteps } from './findRoutineSteps';
export { planSources, routineActors, routinePhases } from './step';
export type { RoutineActor, RoutinePhase, RoutineStep } from './step';
export { stepsForFinder } from './stepsForFinder';
export { stepsOnReturn } from './stepsOnReturn';
