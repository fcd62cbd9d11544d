import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { Absence, IdentityRecord } from '../../../subgraphs/shared/matching';

/**
 * What each agency that knows a child would compare with, as its own loader writes it. In generated worlds a board holds
 * nothing of a child that the Migration Agency does not hold, too: its record is left out then.
 */
export function heldIdentities(child: DemoChild): { heldBy: Agency; identity: IdentityRecord }[] {
  const { migration, municipality, police, guardianship } = child;
  return [
    ...(migration ? [{ heldBy: 'MIGRATION_AGENCY' as const, identity: fromMigration(migration) }] : []),
    ...(municipality ? [{ heldBy: 'MUNICIPALITY' as const, identity: municipality.identity }] : []),
    ...(police ? [{ heldBy: 'POLICE' as const, identity: police.identity }] : []),
    ...(guardianship && !migration
      ? [{ heldBy: 'GUARDIANSHIP_BOARD' as const, identity: fromBoard(guardianship) }]
      : []),
  ];
}

/** The abscondings that have not ended, as the municipality holds them. */
export function heldAbsences({ municipality }: DemoChild): Absence[] {
  return (municipality?.episodes ?? [])
    .filter(({ returnedAt, leftCountryConfirmedAt }) => !returnedAt && !leftCountryConfirmedAt)
    .map(({ abscondedAt, abscondedFrom }) => ({ since: abscondedAt, from: abscondedFrom }));
}

function fromMigration(record: NonNullable<DemoChild['migration']>): IdentityRecord {
  const registered = record.birthDate ? [{ date: record.birthDate, kind: 'REGISTERED' as const }] : [];
  return {
    names: record.names.map(({ given = null, family = null, full = null, kind }) => ({
      given,
      family,
      full,
      kind,
    })),
    births: [
      ...registered,
      ...(record.birthDateClaims ?? []).map(({ date = null, year = null, statedAge, statedOn }) => ({
        date,
        year,
        statedAge,
        statedOn,
        kind: 'STATED' as const,
      })),
    ],
    sex: record.sex ?? null,
    phones: [...(record.phones ?? [])],
    dossierNumber: record.dossierNumber ?? null,
    lmaNumber: record.lmaNumber ?? null,
    personalNumber: record.personalNumber ?? null,
  };
}

function fromBoard(record: NonNullable<DemoChild['guardianship']>): IdentityRecord {
  return {
    names: record.names.map(({ given = null, family = null, full = null }) => ({
      given,
      family,
      full,
      kind: 'REGISTERED' as const,
    })),
    births: record.birthDate ? [{ date: record.birthDate, kind: 'REGISTERED' }] : [],
    sex: record.sex ?? null,
    phones: [...(record.phones ?? [])],
    dossierNumber: record.dossierNumber ?? null,
    personalNumber: record.personalNumber ?? null,
  };
}
