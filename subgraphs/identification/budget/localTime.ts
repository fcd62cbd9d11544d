import { DateTime } from 'luxon';
import type { Text } from '../../../schema/protocol/text';

/** A moment as people say it, on the clocks of Stockholm. */
export function localTime(at: Date): Text {
  const local = DateTime.fromJSDate(at, { zone: 'Europe/Stockholm' });
  const [day, time] = [local.toFormat('yyyy-MM-dd'), local.toFormat('HH:mm')];
  return { sv: `${day} klockan ${time.replace(':', '.')}`, en: `on ${day} at ${time}` };
}
