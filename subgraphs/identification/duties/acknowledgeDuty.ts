import type { Attestation } from '../../../schema/protocol/attestation';
import type { SubgraphContext } from '../../shared/context';
import { dutyNotYours } from '../../shared/duty/dutyNotYours';
import { askFacts } from '../agencies/askFacts';
import { attest } from '../agencies/attest';
import { isRowOpen } from '../agencies/isRowOpen';
import { undecided } from '../agencies/undecided';
import { deriveDeadlines, takersOf, type Deadline, type DeadlineKind } from '../deadlines';
import { isUndecidable, type ChildFacts, type DutyTaken } from '../facts';
import type { RoutineActor } from '../routines/step';
import { ownTurns } from './ownTurns';
import { recordTaken } from './recordTaken';

const question = { sv: 'Vems tur det är', en: 'Whose turn it is' };

/**
 * The caller says that they see to a duty that is their turn; it stands in the caller's own agency's register, and
 * passes to nobody else before it is due (R12, R37b). Whose turn it is follows from the facts of all agencies, so the
 * hub decides that; whose the child is the agency says itself.
 *
 * @param key the caller's own key, or null
 * @throws NOT_FOUND alike for a child nobody knows, another's, and a duty that is not the caller's turn; CONFLICT,
 *   AGENCY_UNAVAILABLE
 */
export async function acknowledgeDuty(
  context: SubgraphContext,
  child: string,
  kind: DeadlineKind,
  key: string | null,
): Promise<Deadline> {
  const attestation = await attest(context, child);
  if (!isRowOpen(context, attestation, 'hub.deadlines')) {
    if (attestation.unavailable.length > 0) throw undecided(question, attestation.unavailable);
    throw dutyNotYours();
  }
  const facts = (await askFacts(context, [attestation])).get(attestation.child)!;
  const deadline = find(facts, kind, context.now);
  const turns = ownTurns[context.assertion.principal.role];
  const owner = deadline && turns && turnOf(deadline, facts, turns.owners);
  if (!owner) throw dutyNotYours();
  const turn = { children: referencesOf(attestation), kind, dueAt: deadline.dueAt, owner };
  const takenAt = await recordTaken(context, turns.agency, turn, key);
  return find(withTaken(facts, { kind, dueAt: deadline.dueAt, owner, takenAt }), kind, context.now)!;
}

/** The owner in whose place the caller takes the duty on, now or when it is said again; undefined: it is not theirs. */
function turnOf(
  deadline: Deadline,
  facts: ChildFacts,
  owners: readonly RoutineActor[],
): RoutineActor | undefined {
  const isOpen = deadline.state === 'PENDING' || deadline.state === 'OVERDUE';
  if (isOpen && owners.includes(deadline.owner)) return deadline.owner;
  return takersOf(facts, deadline).findLast(({ owner }) => owners.includes(owner))?.owner;
}

/** @throws AGENCY_UNAVAILABLE */
function find(facts: ChildFacts, kind: DeadlineKind, now: Date): Deadline | undefined {
  const deadlines = deriveDeadlines(facts, now);
  if (isUndecidable(deadlines)) throw undecided(question, deadlines.undecidable);
  return deadlines.find((deadline) => deadline.kind === kind);
}

function referencesOf({ child, knownAs }: Attestation): string[] {
  return [...new Set([child, ...knownAs])];
}

function withTaken(facts: ChildFacts, taken: DutyTaken): ChildFacts {
  return { ...facts, takenOn: [...(facts.takenOn ?? []), taken] };
}
