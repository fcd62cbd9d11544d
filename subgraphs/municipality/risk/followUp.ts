import type { Text } from '../../../schema/protocol/text';
import { addDaysToDate, addMonthsToDate } from '../../shared/time/stockholm';
import type { RiskArea } from '../vocabulary';
import followUpsJson from './followUps.json';

export interface FollowUp {
  readonly days: number;
  readonly months: number;
  readonly also: Text;
  /** To choose from. */
  readonly measures: readonly Text[];
}

/** R34, by area. */
export const followUps: Readonly<Record<RiskArea, FollowUp>> = followUpsJson.areas;

/**
 * R34: the day by which an area is followed up: weekly, every other week, monthly, or at once.
 * @param assessedOn YYYY-MM-DD
 */
export function followUpOn(area: RiskArea, assessedOn: string): string {
  const { days, months } = followUps[area];
  return addDaysToDate(addMonthsToDate(assessedOn, months), days);
}
