import { addMonthsToDate } from '../../shared/time/stockholm';
import type { GuardianshipRecord } from '../../guardianship/records';
import type { StoryFacts } from '../storyFacts';
import type { Calendar } from './calendar';

/** What the guardianship board of the assigned municipality holds; null for a child without a guardian. */
export function toGuardianshipRecord(
  id: string,
  facts: StoryFacts,
  calendar: Calendar,
): GuardianshipRecord | null {
  const { guardian, assignment, arrivedOn } = facts;
  if (!guardian || assignment === null || !arrivedOn || facts.birthDate === null) return null;
  const own = facts.ageDecisions?.find((decision) => decision.by === 'GUARDIANSHIP_BOARD');
  const birthDate = calendar.birthDate(facts.birthDate);
  return {
    id,
    protectedIdentity: facts.protectedIdentity ?? false,
    names: facts.names.map(({ given, family }) => ({ given, family })),
    birthDate,
    sex: facts.sex,
    dossierNumber: facts.dossierNumber ?? null,
    phones: facts.phone ? [facts.phone] : [],
    adultDecision: own?.adult ?? null,
    adultDecidedOn: own ? calendar.day(own.decidedOn) : null,
    guardianships: [
      {
        kind: guardian,
        boardMunicipality: assignment,
        guardianPrincipal: `guardian-${facts.key}`,
        guardianName: 'Kim Exempelsson',
        phone: '+46700000100',
        email: `guardian-${facts.key}@example.se`,
        appointedOn: calendar.dayAfter(arrivedOn, 3),
        ...endAtEighteen(birthDate, calendar),
      },
    ],
  };
}

/** A guardianship for an unaccompanied child ends the day the child comes of age. */
function endAtEighteen(
  birthDate: string,
  { today }: Calendar,
): { endedOn: string | null; endReason: 'TURNED_18' | null } {
  const eighteenth = addMonthsToDate(birthDate, 12 * 18);
  return eighteenth <= today
    ? { endedOn: eighteenth, endReason: 'TURNED_18' }
    : { endedOn: null, endReason: null };
}
