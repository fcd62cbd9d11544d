import type { MunicipalityRecord } from '../../../subgraphs/municipality/records';

/** The moment the tests are at: three months to the day after Amira left. */
export const now = new Date('2026-11-21T22:00:00Z');

const identity = {
  names: [{ given: 'Amira', family: 'Haddad', kind: 'REGISTERED' as const }],
  births: [{ date: '2011-03-04', kind: 'REGISTERED' as const }],
  sex: 'FEMALE' as const,
  phones: ['+46701740605'],
  dossierNumber: '10-12345678',
};

/** A child with everything a municipality can hold: Boden first, then placed by Skellefteå in Umeå. */
export const amira: MunicipalityRecord = {
  id: 'amira',
  identity,
  socialCases: [
    {
      municipality: '2582',
      status: 'CLOSED',
      openedOn: '2025-02-01',
      closedOn: '2025-06-30',
      caseNumber: 'SN 2025-17',
      guardianConsultedOn: '2025-06-20',
    },
    {
      municipality: '2482',
      status: 'OPEN',
      openedOn: '2025-06-15',
      caseNumber: 'SN 2025-99',
      socialWorkerName: 'Testhandläggare Ett',
      socialWorkerPhone: '+46910000001',
      unit: 'Barn och unga',
    },
  ],
  placements: [
    {
      type: 'ARRIVAL_HOME',
      municipality: '2582',
      placedBy: '2582',
      since: '2025-02-01',
      until: '2025-06-14',
    },
    {
      type: 'HVB',
      municipality: '2480',
      placedBy: '2482',
      since: '2025-06-15',
      name: 'Testhemmet',
      address: 'Storgatan 1, Umeå',
    },
  ],
  episodes: [
    {
      id: 'e-old',
      abscondedAt: '2025-10-01T20:00:00Z',
      arrivalStage: false,
      abscondedFrom: '2480',
      presumedCause: 'REFUSAL',
      foundAt: '2025-10-03T10:00:00Z',
      foundBy: 'POLICE',
      foundWhere: 'OUTSIDE_COUNTY',
      condition: ['VIOLENCE', 'DRUGS'],
      returnedAt: '2025-10-04T09:00:00Z',
      measuresOffered: true,
    },
    {
      id: 'e-new',
      abscondedAt: '2026-08-21T21:30:00Z',
      discoveredAt: '2026-08-22T06:00:00Z',
      arrivalStage: false,
      abscondedFrom: '2480',
      reportedToPoliceAt: '2026-08-22T07:15:00Z',
      guardianInformedAt: '2026-08-22T08:00:00Z',
    },
  ],
  riskAssessments: [
    { id: 'r-old', assessedOn: '2025-06-16', checklistVersion: 'SUN-2025', lifeDanger: false, items: [] },
    {
      id: 'r-new',
      assessedOn: '2026-08-22',
      checklistVersion: 'SUN-2025',
      lifeDanger: true,
      nextFollowUpOn: '2026-08-29',
      items: [
        { code: 'SELF_HARM', present: true, note: 'Nya sår' },
        { code: 'TRAVEL_DEBT', present: false },
      ],
      plan: [
        {
          area: 'MENTAL_HEALTH',
          measure: 'Kontakt med BUP',
          responsible: 'Socialtjänst',
          followUpOn: '2026-09-05',
        },
      ],
    },
  ],
  description: {
    heightCm: 158,
    build: 'smal',
    hair: 'svart',
    eyes: 'bruna',
    marks: 'ärr på\thöger hand',
    clothing: 'blå jacka',
    photoUrl: 'https://photos.example/amira',
    updatedOn: '2026-08-22',
  },
  careOrders: [
    {
      kind: 'LVU_IMMEDIATE',
      decidedAt: '2026-08-22T22:30:00Z',
      submittedAt: '2026-08-25T10:00:00Z',
      grounds: 'Fara för hälsa',
      handrackningRequestedAt: '2026-08-23T08:00:00Z',
    },
  ],
  protectionCases: [
    {
      municipality: '2482',
      concernReceivedAt: '2026-08-22T06:30:00Z',
      protectionAssessedAt: '2026-08-22T07:00:00Z',
      investigationOpenedAt: '2026-08-24T08:00:00Z',
    },
  ],
  releases: [
    {
      toAgency: 'POLICE',
      rows: ['municipality.absconding', 'municipality.description'],
      basis: 'OSL_10_2',
      releasedAt: '2026-08-22T07:15:00Z',
      releasedBy: 'official-9',
    },
    {
      toAgency: 'POLICE',
      rows: ['municipality.photo'],
      basis: 'OSL_10_2',
      releasedAt: '2026-08-22T07:15:00Z',
      expiresAt: '2026-11-21T22:00:00Z',
      releasedBy: 'official-9',
    },
  ],
};

/** In a shelter, with a protected identity. */
export const protectedChild: MunicipalityRecord = {
  id: 'protected',
  protectedIdentity: true,
  identity: { ...identity, names: [{ given: 'Selam', family: 'Tesfay', kind: 'REGISTERED' }], phones: [] },
  socialCases: [{ municipality: '0180', status: 'OPEN', openedOn: '2026-01-01', caseNumber: 'SDN 1' }],
  placements: [
    {
      type: 'PROTECTED_HOUSING',
      municipality: '0180',
      placedBy: '0180',
      since: '2026-01-01',
      name: 'Hemligt hus',
      address: 'Hemlig gata 1',
    },
  ],
};

/** A child known by one absconding alone, as it is put. */
export function absconded(
  id: string,
  episode: Partial<NonNullable<MunicipalityRecord['episodes']>[number]>,
): MunicipalityRecord {
  return {
    id,
    identity: { names: [], births: [], sex: null, phones: [] },
    socialCases: [],
    episodes: [
      {
        id: `e-${id}`,
        abscondedAt: '2026-08-21T10:00:00Z',
        arrivalStage: true,
        abscondedFrom: '0180',
        ...episode,
      },
    ],
  };
}
