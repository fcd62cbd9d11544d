import { decideRow } from '../../../schema/access/decideRow';
import { findRow } from '../../../schema/access/rows';
import { unattested } from '../../../schema/protocol/attestation';
import type { Assertion } from '../../../schema/protocol/principal';
import { compareAbsconding, type Absence, type Meeting } from '../matching';
import type { AgencyAccessFacts, AgencyCandidate } from './candidateRegister';

export type AbsenceRow = AgencyAccessFacts & { readonly absences: readonly Absence[] };

/**
 * How an absconding agrees with where and when a child was met, where the asker may know of it if this is the child;
 * otherwise nothing, as of a child that is not away.
 */
export function weighAbsconding(
  row: AbsenceRow,
  met: Meeting,
  assertion: Assertion,
  now: Date,
): AgencyCandidate[] {
  const comparison = compareAbsconding(met, openAbsences(row, assertion, now));
  return comparison.level === 'NOT_HELD' ? [] : [{ child: row.child, comparisons: [comparison] }];
}

/** That a child is away and since when is one row of the matrix; where from is another. */
function openAbsences(row: AbsenceRow, assertion: Assertion, now: Date): Absence[] {
  if (!isOpen('municipality.absconding', row, assertion, now)) return [];
  const tellsPlace = isOpen('municipality.abscondingHistory', row, assertion, now);
  return row.absences.map(({ since, from }) => ({ since, from: tellsPlace ? from : null }));
}

/** A match makes the child identified, and what opens then is weighed before. */
function isOpen(id: string, row: AbsenceRow, { principal, purpose }: Assertion, now: Date): boolean {
  const { role, agency, municipality } = principal;
  const { absences: _absences, ...facts } = row;
  const attested = { ...unattested(row.child), ...facts, identified: true };
  const outcome = decideRow(findRow(id), { role, agency, municipality, purpose }, attested, now);
  return outcome.allow && !outcome.flagOnly;
}
