import type { CareReviewRecord, PlacementRecord } from '../municipality/records';
import { addDaysToDate } from '../shared/time/stockholm';

/** What a municipality that keeps its reviews has on record of a long placement: the latest, two months ago. */
export function careReviewsOf(placements: readonly PlacementRecord[], today: string): CareReviewRecord[] {
  const reviewedOn = addDaysToDate(today, -60);
  const isLong = placements.some(({ since, until }) => since < addDaysToDate(today, -120) && !until);
  return isLong ? [{ reviewedOn, kind: 'CONSIDERED', outcome: 'CONTINUES' }] : [];
}
