import type { AsylumCaseRecord, MigrationRecord } from '../../migration/records';
import type { StoryFacts } from '../storyFacts';
import type { Calendar } from './calendar';

/** Assignment is made in the course of a week (STH). */
const daysToAssignment = 7;

/** What the Migration Agency holds; null for a child that never applied for asylum. */
export function toMigrationRecord(id: string, facts: StoryFacts, calendar: Calendar): MigrationRecord | null {
  const { arrivedOn } = facts;
  if (!facts.dossierNumber || !arrivedOn || facts.birthDate === null) return null;
  const stated = { statedBy: 'MIGRATION_AGENCY' as const, statedOn: calendar.day(arrivedOn) };
  return {
    id,
    protectedIdentity: facts.protectedIdentity ?? false,
    dossierNumber: facts.dossierNumber,
    lmaNumber: facts.lmaNumber ?? null,
    birthDate: calendar.birthDate(facts.birthDate),
    sex: facts.sex,
    citizenship: facts.citizenship ?? 'XXX',
    arrivalMunicipality: facts.arrivalMunicipality ?? null,
    phones: facts.phone ? [facts.phone] : [],
    names: facts.names.map(({ given, family, kind }) => ({
      given,
      family,
      kind: kind ?? 'REGISTERED',
      ...(kind === 'STATED' ? stated : {}),
    })),
    birthDateClaims: (facts.birthDateClaims ?? []).map((claim) => ({
      date: calendar.birthDate(claim.date),
      kind: claim.kind,
      ...stated,
    })),
    ageDecisions: (facts.ageDecisions ?? []).map((decision) => ({
      authority: decision.by,
      adult: decision.adult,
      decidedOn: calendar.day(decision.decidedOn),
      method: 'OVERALL',
    })),
    languages: (facts.languages ?? []).map((code) => ({ code, interpreterNeeded: true })),
    assignments: assignmentsOf(facts, arrivedOn, calendar),
    asylumCases: [asylumCaseOf(facts, arrivedOn, calendar)],
  };
}

function assignmentsOf(
  { assignment }: StoryFacts,
  arrivedOn: string,
  calendar: Calendar,
): MigrationRecord['assignments'] {
  if (assignment === null) return [];
  const assignedOn = calendar.dayAfter(arrivedOn, daysToAssignment);
  return [{ municipality: assignment, assignedOn, ground: 'NEXT_IN_TURN', endedOn: null }];
}

function asylumCaseOf(
  { asylum = 'PENDING' }: StoryFacts,
  arrivedOn: string,
  calendar: Calendar,
): AsylumCaseRecord {
  const pending = asylum === 'PENDING';
  const decidedOn = pending ? null : calendar.dayAfter(arrivedOn, 180);
  return {
    status: pending ? 'OPEN' : 'CLOSED',
    decision: asylum,
    decidedOn,
    appealPending: false,
    lmaEntitled: asylum !== 'GRANTED',
    openedOn: calendar.day(arrivedOn),
    closedOn: decidedOn,
  };
}
