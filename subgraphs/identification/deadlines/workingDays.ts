import { addDaysToDate, weekdayOf } from '../../shared/time/stockholm';
import { isHoliday } from '../directory/holidays';

/** The working day that many of them after the date; weekends and public holidays do not count. */
export function addWorkingDays(date: string, days: number): string {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDaysToDate(day, 1);
    if (weekdayOf(day) <= 5 && !isHoliday(day)) left -= 1;
  }
  return day;
}
