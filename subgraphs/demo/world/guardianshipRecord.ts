import type { GuardianshipAppointmentRecord, GuardianshipRecord } from '../../guardianship/records';
import { drawOfficial } from '../names/officials';
import { writeRegistered } from '../names/writeName';
import type { Life } from './life';
import { dossierNumber, phoneNumber } from './numbers';
import { Random } from './random';
import type { WorldClock } from './worldClock';

/** Assumption: guardians of one municipality; each has the wards of several children. */
const guardiansPerMunicipality = 200;

/** What a guardianship board holds; null for a child that has and had no guardian. */
export function toGuardianshipRecord(
  life: Life,
  clock: WorldClock,
  random: Random,
): GuardianshipRecord | null {
  if (!random.chance(guardedShare(life))) return null;
  return {
    id: life.id,
    protectedIdentity: life.protectedIdentity,
    names: [writeRegistered(life.name)],
    birthDate: clock.day(life.bornOn),
    sex: life.sex,
    dossierNumber: random.chance(0.9) ? dossierNumber(life.seed, life.index) : null,
    phones: life.phone && random.chance(0.5) ? [life.phone] : [],
    adultDecision: life.adultDecidedOn === null ? null : false,
    adultDecidedOn: life.adultDecidedOn === null ? null : clock.day(life.adultDecidedOn),
    guardianships: [appointmentOf(life, clock, random)],
  };
}

function guardedShare({ journey: { stage } }: Life): number {
  switch (stage) {
    case 'ASSIGNED':
      return 0.97;
    case 'ARRIVAL':
      return 0.4;
    case 'UNASSIGNED_CLOSED':
      return 0.5;
    case 'NEVER_APPLIED':
      return 0;
  }
}

function appointmentOf(life: Life, clock: WorldClock, random: Random): GuardianshipAppointmentRecord {
  const boardMunicipality = life.journey.assignment?.municipality ?? life.journey.arrivalMunicipality;
  const number = random.below(guardiansPerMunicipality);
  const custodian = life.journey.decision === 'GRANTED' && random.chance(0.7);
  const kind = life.journey.stage === 'ARRIVAL' ? 'PROVISIONAL' : 'GOD_MAN';
  const eighteenth = clock.adultBorn - life.bornOn;
  return {
    kind: custodian ? 'SFV' : kind,
    boardMunicipality,
    guardianPrincipal: `guardian-${boardMunicipality}-${number}`,
    guardianName: drawOfficial(new Random(Number(boardMunicipality), number)),
    phone: phoneNumber(Number(boardMunicipality) * guardiansPerMunicipality + number),
    email: `guardian-${boardMunicipality}-${number}@example.se`,
    appointedOn: clock.day(Math.min(clock.today, life.journey.arrivedOn + random.below(10))),
    endedOn: life.adult ? clock.day(clock.today - eighteenth) : null,
    endReason: life.adult ? 'TURNED_18' : null,
    petitionForCustodianOn:
      custodian && life.journey.decidedOn !== null ? clock.day(life.journey.decidedOn) : null,
  };
}
