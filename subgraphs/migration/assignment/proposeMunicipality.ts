import type { AssignmentGround } from '../vocabulary';
import { nextInTurn } from './nextInTurn';
import type { Shares } from './shares';

/** What the proposal stands on. */
export interface AssignmentFacts {
  /** Came resettled with a residence permit: counted apart, outside the model for asylum seekers. */
  readonly resettled: boolean;
  /** Where a near relative lives; null: none in Sweden, or not known. */
  readonly nearRelativeIn: string | null;
  /** The first municipality that the child was ever assigned to; null: none. */
  readonly firstAssigned: string | null;
  readonly shares: Shares;
  /** Children assigned in the period by municipality: those resettled, or all others. */
  readonly received: ReadonlyMap<string, number>;
}

export interface ProposedAssignment {
  readonly municipality: string;
  readonly ground: AssignmentGround;
}

/**
 * R35, in its order: a resettled child by the settlement of new arrivals; where a near relative lives; back to the
 * first municipality by connection (R21, rule 6); else next in turn.
 */
export function proposeMunicipality(facts: AssignmentFacts): ProposedAssignment {
  const { resettled, nearRelativeIn, firstAssigned, shares, received } = facts;
  if (resettled) return { municipality: nextInTurn(shares, received), ground: 'RESETTLEMENT' };
  if (nearRelativeIn) return { municipality: nearRelativeIn, ground: 'NEAR_RELATIVE' };
  if (firstAssigned) return { municipality: firstAssigned, ground: 'EARLIER_CONNECTION' };
  return { municipality: nextInTurn(shares, received), ground: 'NEXT_IN_TURN' };
}
