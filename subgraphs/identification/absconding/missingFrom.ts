import { addMonthsToDate, localDate, startOfDay } from '../../shared/time/stockholm';

/**
 * The local midnight from which an absconded child counts as missing (försvunnen): three calendar months after the
 * day of absconding (R02, both plans). The whole of that day counts, whatever hour the child left.
 */
export function missingFrom(abscondedAt: Date): Date {
  return startOfDay(addMonthsToDate(localDate(abscondedAt), 3));
}
