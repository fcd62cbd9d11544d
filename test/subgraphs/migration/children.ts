import type { MigrationRecord } from '../../../subgraphs/migration/records';

/** Registered with all the agency can hold; 16 years old on 21 November 2026. */
export const known: MigrationRecord = {
  id: 'known',
  dossierNumber: '12-410001',
  lmaNumber: '50-771913',
  personalNumber: '201009210072',
  birthDate: '2010-09-21',
  sex: 'MALE',
  citizenship: 'AFG',
  arrivalMunicipality: '0191',
  phones: ['+46700000013'],
  names: [
    { given: 'Reza', family: 'Ahmadzai', kind: 'STATED', statedBy: 'POLICE', statedOn: '2025-03-01' },
    { given: 'Ali', family: 'Khan', kind: 'REGISTERED' },
    { full: 'Ali Reza', kind: 'ALIAS' },
  ],
  birthDateClaims: [
    { date: '2010-09-21', kind: 'REGISTERED' },
    { kind: 'STATED', statedAge: 17, statedBy: 'MIGRATION_AGENCY', statedOn: '2025-03-01' },
  ],
  ageDecisions: [
    {
      authority: 'MIGRATION_AGENCY',
      adult: false,
      decidedOn: '2025-04-01',
      method: 'CONVERSATION',
      provisional: true,
    },
    { authority: 'MIGRATION_AGENCY', adult: false, decidedOn: '2025-09-01', method: 'OVERALL' },
  ],
  languages: [{ code: 'prs' }, { code: 'en', interpreterNeeded: false }],
  assignments: [
    { municipality: '0127', assignedOn: '2025-03-10', ground: 'NEXT_IN_TURN', endedOn: '2025-06-01' },
    { municipality: '2580', assignedOn: '2025-06-01', ground: 'NEAR_RELATIVE' },
  ],
  asylumCases: [
    {
      status: 'OPEN',
      decision: 'REFUSED',
      decidedOn: '2026-05-01',
      appealPending: true,
      openedOn: '2025-03-02',
      caseOfficer: 'officer-1',
    },
  ],
};

/** Not assigned anywhere yet; turns 18 on the day after the tests' clock. */
export const arrived: MigrationRecord = {
  id: 'arrived',
  birthDate: '2008-11-22',
  arrivalMunicipality: '0191',
  names: [{ given: 'Selam', family: 'Tesfay', kind: 'REGISTERED' }],
};

/** Once decided a child; eighteen on the day of the tests' clock in Stockholm. */
export const grown: MigrationRecord = {
  id: 'grown',
  birthDate: '2008-11-21',
  names: [{ given: 'Farhad', family: 'Sultani', kind: 'REGISTERED' }],
  ageDecisions: [{ authority: 'MIGRATION_AGENCY', adult: false, decidedOn: '2025-05-01' }],
};

/** Decided an adult by the agency, a child by the board of guardians. */
export const disputed: MigrationRecord = {
  id: 'disputed',
  birthDate: '2009-11-21',
  names: [{ given: 'Karim', family: 'Bennani', kind: 'REGISTERED' }],
  ageDecisions: [
    { authority: 'MIGRATION_AGENCY', adult: true, decidedOn: '2026-02-01' },
    { authority: 'GUARDIANSHIP_BOARD', adult: false, decidedOn: '2026-03-01' },
  ],
  asylumCases: [
    {
      status: 'CLOSED',
      decision: 'GRANTED',
      decidedOn: '2026-01-05',
      openedOn: '2024-01-01',
      closedOn: '2026-01-20',
    },
    { status: 'OPEN', decision: 'PENDING', openedOn: '2026-10-01' },
  ],
};

export const hidden: MigrationRecord = {
  id: 'hidden',
  protectedIdentity: true,
  dossierNumber: '12-410009',
  birthDate: '2013-11-21',
  names: [{ given: 'Zahra', family: 'Nazari', kind: 'REGISTERED' }],
  assignments: [{ municipality: '0163', assignedOn: '2026-01-01', ground: 'NEXT_IN_TURN' }],
  asylumCases: [{ status: 'OPEN', decision: 'PENDING', openedOn: '2025-12-01', caseOfficer: 'officer-1' }],
};
