/**
 * What the hub states to the agency whose officer, or whose register's guardian, takes on a duty: by the facts of all
 * agencies it is that one's turn, now. The agency says itself whether the child is the caller's own.
 */
export interface DutyTurn {
  /** Of the caller's operation; the statement is good in no other. */
  readonly operationId: string;
  /** Every reference of the child, the leading one first. */
  readonly children: readonly string[];
  /** A DeadlineKind of the graph. */
  readonly kind: string;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
  /** A RoutineActor of the graph. */
  readonly owner: string;
}

/** The kind under which such a statement is signed. */
export const dutyTurnKind = 'duty-turn';
