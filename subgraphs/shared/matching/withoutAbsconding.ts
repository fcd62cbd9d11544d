import type { Candidate } from './decide';
import { isAbsconding } from './rankChildren';

/** The candidates as they are to somebody who may not know of abscondings. */
export function withoutAbsconding(candidates: Candidate[]): Candidate[] {
  return candidates.map((candidate) => ({
    ...candidate,
    comparisons: candidate.comparisons.filter((row) => !isAbsconding(row)),
  }));
}
