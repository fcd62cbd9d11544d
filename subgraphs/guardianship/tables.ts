import type { TableLoad } from '../shared/database/bulkLoad';
import { searchKeys, type IdentityRecord } from '../shared/matching';
import type { GuardianshipRecord } from './records';

/** The register’s tables, the child first, and what of a record goes into each. */
export const tables: readonly TableLoad<GuardianshipRecord>[] = [
  {
    table: 'child',
    columns: [
      'id',
      'protected_identity',
      'identity',
      'search_keys',
      'secret_from_guardian',
      'adult_decision',
      'adult_decided_on',
    ],
    rows: (child) => {
      const identity = toIdentity(child);
      return [
        [
          child.id,
          child.protectedIdentity ?? false,
          identity,
          searchKeys(identity),
          child.secretFromGuardian ?? false,
          child.adultDecision,
          child.adultDecidedOn,
        ],
      ];
    },
  },
  {
    table: 'guardianship',
    columns: [
      'child_id',
      'kind',
      'board_municipality',
      'board_contact',
      'guardian_principal',
      'guardian_name',
      'phone',
      'email',
      'appointed_on',
      'ended_on',
      'end_reason',
      'petition_for_custodian_on',
      'watched_since',
    ],
    rows: (child) =>
      child.guardianships.map((each) => [
        child.id,
        each.kind,
        each.boardMunicipality,
        each.boardContact,
        each.guardianPrincipal,
        each.guardianName,
        each.phone,
        each.email,
        each.appointedOn,
        each.endedOn,
        each.endReason,
        each.petitionForCustodianOn,
        each.watchedSince,
      ]),
  },
];

function toIdentity(child: GuardianshipRecord): IdentityRecord {
  return {
    names: child.names.map(({ given = null, family = null, full }) => ({
      given,
      family,
      ...(full && { full }),
      kind: 'REGISTERED',
    })),
    births: child.birthDate ? [{ date: child.birthDate, kind: 'REGISTERED' }] : [],
    sex: child.sex ?? null,
    phones: child.phones ?? [],
    dossierNumber: child.dossierNumber ?? null,
    personalNumber: child.personalNumber ?? null,
  };
}
