import { localDate } from '../../shared/time/stockholm';
import type { MigrationFacts, MunicipalityFacts } from '../facts';

/**
 * Whether the case that follows from the assignment in force has been closed. A case that was closed before the
 * child was assigned anew, or that another municipality closed when it handed over, says nothing about it.
 */
export function isAssignedCaseClosed(migration: MigrationFacts, municipality: MunicipalityFacts): boolean {
  if (municipality.caseStatus !== 'CLOSED') return false;
  const holder = municipality.caseMunicipality;
  if (holder !== null && holder !== migration.assignedMunicipality) return false;
  return !wasClosedBefore(municipality.caseClosedAt, migration.assignedOn);
}

function wasClosedBefore(closedAt: string | null, assignedOn: string | null): boolean {
  return closedAt !== null && assignedOn !== null && localDate(new Date(closedAt)) < assignedOn;
}

/** The municipality whose case is open or, before anybody has opened one, the municipality of arrival; else null. */
export function arrivalMunicipalityInCharge(
  migration: MigrationFacts,
  municipality: MunicipalityFacts,
): string | null {
  if (municipality.caseStatus === 'CLOSED') return null;
  return migration.arrivalMunicipality ?? municipality.caseMunicipality;
}
