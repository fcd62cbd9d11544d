import type { Text } from '../../../schema/protocol/text';

export const routinePhases = [
  'PREVENTION',
  'ABSCONDED_ARRIVAL_STAGE',
  'ABSCONDED_AFTER_ASSIGNMENT',
  'WHILE_MISSING',
  'FOUND',
  'RETURNED',
] as const;
export type RoutinePhase = (typeof routinePhases)[number];

export const routineActors = [
  'HOME',
  'SOCIAL_SERVICES',
  'GUARDIAN',
  'GUARDIANSHIP_BOARD',
  'SCHOOL',
  'POLICE',
  'MIGRATION_AGENCY',
  'HEALTH_CARE',
  'NGO',
  'ANYONE',
] as const;
export type RoutineActor = (typeof routineActors)[number];

/** NB Norrbotten, STH Stockholm 2017-18, SUN Strömsund 2025 (national support material), VG Västra Götaland. */
export const planSources = ['NB', 'STH', 'SUN', 'VG'] as const;
export type PlanSource = (typeof planSources)[number];

/** One step of a plan, as asked for: in the phase and by the actor of the question. */
export interface RoutineStep {
  id: string;
  /** Position in the answered list, from 1. */
  order: number;
  actor: RoutineActor;
  phase: RoutinePhase;
  text: Text;
  /** Hours from the discovery of the absconding, where the plan states them. */
  deadlineHours: number | null;
  source: PlanSource;
  /** The county whose plan it is; null for national support material. */
  county: string | null;
}
