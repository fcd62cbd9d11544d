import type { StatisticsDimension, StatisticsSubject } from '../../../../schema/console/operations';
import { localDate } from '../text/dates';

/** Which published table is looked at. */
export interface Choice {
  readonly subject: StatisticsSubject;
  readonly year: number;
  readonly by: StatisticsDimension;
  /** Empty: not divided further. */
  readonly and: StatisticsDimension | '';
}

const offered = 6;

/** The years that are over, the latest first. */
export function yearsAt(now: Date): number[] {
  const last = Number(localDate(now).slice(0, 4)) - 1;
  return Array.from({ length: offered }, (_, back) => last - back);
}

export function firstChoice(now: Date): Choice {
  return { subject: 'ABSCONDINGS', year: yearsAt(now)[0]!, by: 'COUNTY', and: '' };
}

export function groupsOf({ by, and }: Choice): StatisticsDimension[] {
  return and === '' ? [by] : [by, and];
}
