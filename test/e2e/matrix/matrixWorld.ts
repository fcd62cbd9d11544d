import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import { addDays, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import { rows } from '../../../schema/access/rows';

/** What holds about a child of the matrix' world: the facts that conditions look at. */
export interface Situation {
  readonly name: string;
  readonly away: boolean;
  readonly found: boolean;
  readonly adult: boolean;
  readonly protectedIdentity: boolean;
  /** The municipality has released everything to the police and the Migration Agency. */
  readonly released: boolean;
  /** The municipality has decided to investigate, and has asked the police for assistance. */
  readonly investigated: boolean;
}

const plain = {
  away: false,
  found: false,
  adult: false,
  protectedIdentity: false,
  released: true,
  investigated: false,
};

export const situations: readonly Situation[] = [
  { ...plain, name: 'away', away: true, released: false },
  { ...plain, name: 'away-released', away: true, investigated: true },
  { ...plain, name: 'home' },
  { ...plain, name: 'found', found: true },
  { ...plain, name: 'adult', away: true, adult: true },
  { ...plain, name: 'protected', away: true, protectedIdentity: true },
];

export const ownMunicipality = '1280';
export const ownGuardian = 'guardian-matrix';
export const dossierOf = (situation: Situation): string => `12-7000${situations.indexOf(situation)}0`;
export const childIdOf = (situation: Situation): string => opaqueId('matrix', situation.name);

/** A child about whom every agency holds a value for every field. */
export function matrixChild(situation: Situation, now: Date): DemoChild {
  const id = childIdOf(situation);
  const ago = (days: number): string => addDays(now, -days).toISOString();
  const day = (days: number): string => localDate(addDays(now, -days));
  const { away, found, adult, protectedIdentity, investigated } = situation;
  const born = addMonthsToDate(localDate(now), -12 * (adult ? 19 : 15) - situations.indexOf(situation));
  const name = { given: `Matris${situations.indexOf(situation)}`, family: 'Provsson' };
  const identity = {
    names: [{ ...name, kind: 'REGISTERED' as const }],
    births: [{ date: born, kind: 'REGISTERED' as const }],
    sex: 'FEMALE' as const,
    phones: [],
  };
  return {
    key: situation.name,
    id,
    migration: {
      id,
      protectedIdentity,
      dossierNumber: dossierOf(situation),
      lmaNumber: `50-7000${situations.indexOf(situation)}0`,
      birthDate: born,
      sex: 'FEMALE',
      citizenship: 'ERI',
      arrivalMunicipality: '0191',
      names: [
        { ...name, kind: 'REGISTERED', statedBy: 'MIGRATION_AGENCY', statedOn: day(300) },
        { ...name, given: 'Annat', kind: 'ALIAS', statedBy: 'POLICE', statedOn: day(30) },
      ],
      birthDateClaims: [{ date: born, kind: 'STATED', statedBy: 'POLICE', statedOn: day(30) }],
      ageDecisions: [
        { authority: 'MIGRATION_AGENCY', adult, decidedOn: day(200), method: null, provisional: false },
      ],
      languages: [{ code: 'ti' }],
      assignments: [{ municipality: ownMunicipality, assignedOn: day(250), ground: 'NEXT_IN_TURN' }],
      asylumCases: [
        { status: 'OPEN', decision: 'REFUSED', decidedOn: day(50), appealPending: true, openedOn: day(300) },
      ],
    },
    municipality: {
      id,
      protectedIdentity,
      identity,
      socialCases: [
        {
          municipality: ownMunicipality,
          status: 'OPEN',
          openedOn: day(240),
          caseNumber: `SN-${situations.indexOf(situation)}`,
          socialWorkerName: 'Handläggare Prov',
          socialWorkerPhone: '+46700000001',
          unit: 'Barn och unga',
          guardianConsultedOn: day(5),
        },
      ],
      placements: [
        {
          type: 'HVB',
          municipality: ownMunicipality,
          placedBy: ownMunicipality,
          since: day(200),
          name: 'Provhemmet',
          address: 'Provgatan 1',
        },
      ],
      episodes: [
        {
          id: opaqueId('matrix-episode', situation.name),
          abscondedAt: ago(10),
          discoveredAt: ago(10),
          arrivalStage: false,
          abscondedFrom: ownMunicipality,
          presumedCause: 'REFUSAL',
          reportedToPoliceAt: ago(9),
          guardianInformedAt: ago(9),
          ...(away
            ? {}
            : {
                returnedAt: ago(4),
                foundAt: ago(5),
                foundBy: 'POLICE',
                foundWhere: 'IN_COUNTY',
                condition: [],
                measuresOffered: true,
              }),
        },
      ],
      riskAssessments: [
        {
          id: opaqueId('matrix-risk', situation.name),
          assessedOn: day(20),
          checklistVersion: 'SUN-2025',
          lifeDanger: true,
          nextFollowUpOn: day(-7),
          items: [{ code: 'HIGH_SCHOOL_ABSENCE', present: true, note: 'prov' }],
          plan: [
            {
              area: 'RISK_BEHAVIOUR',
              measure: 'Kontaktperson',
              responsible: 'Socialtjänsten',
              followUpOn: day(-7),
            },
          ],
        },
      ],
      description: {
        heightCm: 165,
        build: 'smal',
        hair: 'svart',
        eyes: 'bruna',
        marks: 'ärr',
        clothing: 'jacka',
        photoUrl: 'https://foto.example/1',
        updatedOn: day(20),
      },
      careOrders: [
        {
          kind: 'LVU_IMMEDIATE',
          decidedAt: ago(8),
          executedAt: ago(7),
          submittedAt: ago(6),
          appliedAt: ago(5),
          grounds: 'prov',
          ...(investigated ? { handrackningRequestedAt: ago(3) } : {}),
        },
      ],
      ...(investigated
        ? {
            protectionCases: [
              { municipality: ownMunicipality, concernReceivedAt: ago(9), investigationOpenedAt: ago(8) },
            ],
          }
        : {}),
      releases: situation.released
        ? (['POLICE', 'MIGRATION_AGENCY'] as const).map((toAgency) => releaseAll(toAgency, ago(1)))
        : [],
    },
    police: {
      id,
      protectedIdentity,
      identity,
      nationalAlertActive: true,
      suspectedVictim: true,
      missingPersonReports: [
        {
          reportNumber: `5000-K${situations.indexOf(situation)}-26`,
          reportedAt: ago(9),
          reportedBy: 'god man',
          status: away ? 'OPEN' : 'CLOSED',
          lastSeenPlace: 'Centralen',
          lastSeenAt: ago(10),
        },
      ],
      foundEvents: [
        {
          id: opaqueId('matrix-found', situation.name),
          foundIn: '0180',
          at: ago(found ? 2 : 60),
          by: 'POLICE',
          place: 'Sergels torg',
          condition: 'trött',
          identityKnown: false,
        },
      ],
    },
    guardianship: {
      id,
      protectedIdentity,
      names: [name],
      birthDate: born,
      sex: 'FEMALE',
      guardianships: [
        {
          kind: 'GOD_MAN',
          boardMunicipality: ownMunicipality,
          guardianPrincipal: ownGuardian,
          guardianName: 'God Man Prov',
          phone: '+46700000002',
          email: 'prov@example.org',
          appointedOn: day(230),
          petitionForCustodianOn: day(10),
        },
      ],
    },
  };
}

function releaseAll(toAgency: 'POLICE' | 'MIGRATION_AGENCY', releasedAt: string) {
  const released = rows.filter(({ owner }) => owner === 'MUNICIPALITY').map(({ id }) => id);
  return { toAgency, rows: released, basis: 'OSL_10_2', releasedAt, releasedBy: 'handläggare-1' };
}
