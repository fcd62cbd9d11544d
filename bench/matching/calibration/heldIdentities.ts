import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { IdentityRecord } from '../../../subgraphs/shared/matching';

/** What each agency that knows a child would compare with, as its own loader writes it. */
export function heldIdentities(child: DemoChild): { heldBy: Agency; identity: IdentityRecord }[] {
  const { migration, municipality, police, guardianship } = child;
  return [
    ...(migration ? [{ heldBy: 'MIGRATION_AGENCY' as const, identity: fromMigration(migration) }] : []),
    ...(municipality ? [{ heldBy: 'MUNICIPALITY' as const, identity: municipality.identity }] : []),
    ...(police ? [{ heldBy: 'POLICE' as const, identity: police.identity }] : []),
    ...(guardianship ? [{ heldBy: 'GUARDIANSHIP_BOARD' as const, identity: fromBoard(guardianship) }] : []),
  ];
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
