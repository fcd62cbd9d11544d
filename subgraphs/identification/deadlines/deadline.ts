import type { ChildFacts, Undecidable } from '../facts';
import type { RoutineActor } from '../routines/step';

export const deadlineKinds = [
  'POLICE_REPORT_24H',
  'INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H',
  'INFORM_MIGRATION_AGENCY_24H',
  'TRAFFICKING_WATCH_48H',
  'PROTECTION_ASSESSMENT',
  'INVESTIGATION_DECISION_14D',
  'INVESTIGATION_4M',
  'CONCERN_REPLY_1W',
  'LVU_SUBMIT_1W',
  'LVU_APPLY_4W',
  'CARE_REVIEW_6M',
  'RECONCILIATION_MEETING',
  'MISSING_AFTER_3M',
  'RISK_FOLLOW_UP',
  'TRANSFER_ANSWER_1M',
  'REPRESENTATIVE_15WD',
  'EIGHTEENTH_BIRTHDAY',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export const deadlineStates = ['PENDING', 'DONE', 'OVERDUE', 'CANCELLED'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

export interface Deadline {
  kind: DeadlineKind;
  /** ISO 8601, UTC. */
  dueAt: string;
  /** Whose turn it is now. */
  owner: RoutineActor;
  state: DeadlineState;
  /** The moments at which the duty passes to another while it is not done; absent: it never does. */
  passesOnAt?: string[];
  /** Who said last that they see to it, and when; absent: nobody has. */
  acknowledgedBy?: RoutineActor;
  /** ISO 8601, UTC. */
  acknowledgedAt?: string;
}

/** One kind: the deadline that the facts give at that moment, null when they give none. Pure. */
export type DeadlineRule = (facts: ChildFacts, now: Date) => Deadline | Undecidable | null;
