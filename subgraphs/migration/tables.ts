import type { TableLoad } from '../shared/database/bulkLoad';
import { searchKeys, type IdentityRecord } from '../shared/matching';
import type { BirthDateClaimRecord, MigrationRecord } from './records';

/** The register’s tables, the child first, and what of a record goes into each. */
export const tables: readonly TableLoad<MigrationRecord>[] = [
  {
    table: 'child',
    columns: [
      'id',
      'protected_identity',
      'identity',
      'search_keys',
      'dossier_number',
      'lma_number',
      'personal_number',
      'birth_date',
      'sex',
      'citizenship',
      'arrival_municipality',
      'phones',
    ],
    rows: (child) => {
      const identity = toIdentity(child);
      return [
        [
          child.id,
          child.protectedIdentity ?? false,
          identity,
          searchKeys(identity),
          child.dossierNumber,
          child.lmaNumber,
          child.personalNumber,
          child.birthDate,
          child.sex ?? 'UNKNOWN',
          child.citizenship ?? 'XXX',
          child.arrivalMunicipality,
          child.phones ?? [],
        ],
      ];
    },
  },
  {
    table: 'name_claim',
    columns: ['child_id', 'given', 'family', 'full_name', 'kind', 'stated_by', 'stated_on'],
    rows: (child) =>
      child.names.map((name) => [
        child.id,
        name.given,
        name.family,
        name.full,
        name.kind,
        name.statedBy,
        name.statedOn,
      ]),
  },
  {
    table: 'birth_date_claim',
    columns: ['child_id', 'date', 'year', 'kind', 'stated_age', 'stated_by', 'stated_on'],
    rows: (child) =>
      otherBirthDates(child).map((claim) => [
        child.id,
        claim.date,
        claim.year,
        claim.kind,
        claim.statedAge,
        claim.statedBy,
        claim.statedOn,
      ]),
  },
  {
    table: 'age_decision',
    columns: ['child_id', 'authority', 'adult', 'decided_on', 'method', 'provisional'],
    rows: ({ id, ageDecisions = [] }) =>
      ageDecisions.map((age) => [
        id,
        age.authority,
        age.adult,
        age.decidedOn,
        age.method,
        age.provisional ?? false,
      ]),
  },
  {
    table: 'spoken_language',
    columns: ['child_id', 'code', 'interpreter_needed'],
    rows: ({ id, languages = [] }) =>
      languages.map((language) => [id, language.code, language.interpreterNeeded ?? true]),
  },
  {
    table: 'assignment',
    columns: ['child_id', 'municipality', 'assigned_on', 'ground', 'ended_on'],
    rows: ({ id, assignments = [] }) =>
      assignments.map((each) => [id, each.municipality, each.assignedOn, each.ground, each.endedOn]),
  },
  {
    table: 'asylum_case',
    columns: [
      'child_id',
      'status',
      'decision',
      'decided_on',
      'appeal_pending',
      'lma_entitled',
      'opened_on',
      'closed_on',
      'closing_reason',
      'guardian_asked_on',
      'case_officer',
    ],
    rows: ({ id, asylumCases = [] }) =>
      asylumCases.map((each) => [
        id,
        each.status,
        each.decision,
        each.decidedOn,
        each.appealPending ?? false,
        each.lmaEntitled ?? each.status === 'OPEN',
        each.openedOn,
        each.closedOn,
        each.closingReason,
        each.guardianAskedOn,
        each.caseOfficer,
      ]),
  },
];

function toIdentity(child: MigrationRecord): IdentityRecord {
  const registered: BirthDateClaimRecord[] = child.birthDate
    ? [{ date: child.birthDate, kind: 'REGISTERED' }]
    : [];
  return {
    names: child.names.map(({ given = null, family = null, full, kind }) => ({
      given,
      family,
      ...(full && { full }),
      kind,
    })),
    births: [...registered, ...otherBirthDates(child)].map(
      ({ date = null, year, kind, statedAge, statedOn }) => ({
        date,
        ...(year && { year }),
        kind,
        ...(statedAge && { statedAge, statedOn }),
      }),
    ),
    sex: child.sex ?? null,
    phones: child.phones ?? [],
    dossierNumber: child.dossierNumber ?? null,
    lmaNumber: child.lmaNumber ?? null,
    personalNumber: child.personalNumber ?? null,
  };
}

/** The claims without a repetition of the registered date. */
function otherBirthDates({ birthDate, birthDateClaims = [] }: MigrationRecord): BirthDateClaimRecord[] {
  return birthDateClaims.filter((claim) => claim.kind !== 'REGISTERED' || claim.date !== birthDate);
}
