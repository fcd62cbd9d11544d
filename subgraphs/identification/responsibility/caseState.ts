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
  return !wasClosedBefore(municipality.caseClosedAt, migration);
}

/** On one and the same day the hour decides, where both agencies have it; else the closing came last. */
function wasClosedBefore(closedAt: string | null, { assignedOn, assignedAt }: MigrationFacts): boolean {
  if (closedAt === null || assignedOn === null) return false;
  const closedOn = localDate(new Date(closedAt));
  if (closedOn !== assignedOn) return closedOn < assignedOn;
  return assignedAt !== null && Date.parse(closedAt) < Date.parse(assignedAt);
}

/** The municipality whose case is open or, before anybody has opened one, the municipality of arrival; else null. */
export function arrivalMunicipalityInCharge(
  migration: MigrationFacts,
  municipality: MunicipalityFacts,
): string | null {
  if (municipality.caseStatus === 'CLOSED') return null;
  return migration.arrivalMunicipality ?? municipality.caseMunicipality;
}
