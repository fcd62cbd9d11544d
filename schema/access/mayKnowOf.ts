import type { CaseUpdateType } from '../protocol/vocabulary';
import { decideRow } from './decideRow';
import { findRow } from './rows';
import type { Facts, Subject } from './types';

/** The rows of the matrix that a kind of event tells of; whoever may know one of them, as yes or no, may know of it. */
const caseUpdateRows: Readonly<Record<CaseUpdateType, readonly string[]>> = {
  CHILD_REGISTERED: ['hub.responsibility'],
  ASSIGNED: ['migration.municipalities'],
  CASE_OPENED: ['municipality.case'],
  PLACED: ['municipality.placementType'],
  ABSCONDED: ['municipality.absconding'],
  MISSING_PERSON_REPORTED: ['police.missingReport'],
  IMMEDIATE_CARE_DECIDED: ['municipality.careOrder'],
  DEADLINE_APPROACHING: ['hub.deadlines'],
  DEADLINE_MISSED: ['hub.deadlines'],
  DUTY_ACKNOWLEDGED: ['hub.deadlines'],
  CLASSIFIED_MISSING: ['municipality.abscondingStatus'],
  FOUND: ['police.foundEvents', 'municipality.absconding'],
  RETURNED: ['municipality.returnDate'],
  LEFT_COUNTRY: ['municipality.abscondingStatus'],
  CASE_CLOSED: ['municipality.case', 'migration.case'],
  GUARDIAN_APPOINTED: ['guardianship.representative', 'guardianship.board'],
  GUARDIANSHIP_ENDED: ['guardianship.representative', 'guardianship.board'],
  GUARDIAN_REPORTED: ['guardianship.formAnswers'],
  CONCERN_RAISED: ['municipality.concernReports'],
  RESPONSIBILITY_CHANGED: ['hub.responsibility'],
  DISCLOSURE_REQUESTED: ['hub.responsibility'],
  DISCLOSURE_DECIDED: ['hub.responsibility'],
  GLASS_BROKEN: ['hub.responsibility'],
  CORE_FACTS_READ: ['hub.responsibility'],
  CHILDREN_LINKED: ['hub.responsibility'],
  CHILDREN_UNLINKED: ['hub.responsibility'],
};

/** What was asked or opened about a child concerns those who work with it, and nobody else. */
const forOwnCases: ReadonlySet<CaseUpdateType> = new Set([
  'DISCLOSURE_REQUESTED',
  'DISCLOSURE_DECIDED',
  'GLASS_BROKEN',
  'CORE_FACTS_READ',
]);

/** Whether somebody may know of an event; LATER: an agency that could say so does not answer now. */
export type Knowing = 'YES' | 'NO' | 'LATER';

/**
 * Decides from who asks and why and what the owners say at this moment. A child with a protected identity appears in
 * no stream, not even its own worker's: a stream runs into systems where nobody weighs each line.
 *
 * @param event `readIn`: the municipality of whoever read, which need not be told of its own reading
 */
export function mayKnowOf(
  event: { readonly type: CaseUpdateType; readonly readIn?: string | null },
  subject: Subject,
  facts: Facts,
  now: Date,
): Knowing {
  if (facts.protectedIdentity) return 'NO';
  const { type } = event;
  if (type === 'CORE_FACTS_READ' && !isToldOfReading(event.readIn ?? null, subject)) return 'NO';
  if (forOwnCases.has(type) && !facts.related) return facts.unavailable.length > 0 ? 'LATER' : 'NO';
  const outcomes = caseUpdateRows[type].map((row) => decideRow(findRow(row), subject, facts, now));
  // Whether the child is protected is known only when both who mark it have spoken.
  if (outcomes.some(({ allow }) => allow)) return hasProtectionUnknown(facts) ? 'LATER' : 'YES';
  return outcomes.some((outcome) => !outcome.allow && outcome.code === 'AGENCY_UNAVAILABLE') ? 'LATER' : 'NO';
}

function isToldOfReading(readIn: string | null, { agency, municipality }: Subject): boolean {
  return (
    (agency === 'MUNICIPALITY' || agency === 'INTEGRATOR') && municipality !== null && municipality !== readIn
  );
}

function hasProtectionUnknown({ unavailable }: Facts): boolean {
  return unavailable.includes('MIGRATION_AGENCY') || unavailable.includes('MUNICIPALITY');
}
