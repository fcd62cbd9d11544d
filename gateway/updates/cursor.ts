import { hubError } from '../../schema/protocol/hubError';
import type { Text } from '../../schema/protocol/text';
import type { LogExtent } from './log/eventLog';

/** Opaque to clients; good at every gateway on the same log, also after a restart. */
export function writeCursor({ id }: Pick<LogExtent, 'id'>, position: number): string {
  return Buffer.from(`1:${id}:${position}`).toString('base64url');
}

/**
 * The position a cursor stands for; a client without one begins with what comes.
 * @throws CURSOR_REFUSED with `reason` and what to do
 */
export function readCursor(cursor: string | null | undefined, extent: LogExtent): number {
  if (cursor === null || cursor === undefined) return extent.last;
  const [, log, digits] =
    /^1:([\w-]+):(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (log === undefined || digits === undefined) throw refuseCursor('UNREADABLE');
  const position = Number(digits);
  if (log !== extent.id) throw refuseCursor('OTHER_LOG');
  const isLost = extent.gaps?.some(({ after, until }) => position > after && position < until) === true;
  if (position > extent.last || isLost) throw refuseCursor('FUTURE');
  if (position < extent.removedThrough) throw refuseCursor('TOO_OLD');
  return position;
}

type CursorRefusal = 'UNREADABLE' | 'OTHER_LOG' | 'FUTURE' | 'TOO_OLD';

function refuseCursor(reason: CursorRefusal): Error {
  return hubError('CURSOR_REFUSED', texts[reason], { reason });
}

const texts: Readonly<Record<CursorRefusal, Text>> = {
  UNREADABLE: {
    sv: 'Markören är ingen som navet har lämnat ut. Skicka den sist mottagna oförändrad, eller ingen för att börja nu.',
    en: 'This is no cursor that the hub gave out. Send the last one you received unchanged, or none to begin now.',
  },
  OTHER_LOG: {
    sv: 'Markören hör till en annan händelselogg: navet har bytt eller återskapat sin. Läs om era ärenden och börja sedan utan markör.',
    en: 'The cursor belongs to another event log: the hub has changed or recreated its own. Read your cases anew, then begin without a cursor.',
  },
  FUTURE: {
    sv: 'Markören pekar på händelser som inte finns, troligen efter en återläsning av loggen. Läs om era ärenden och börja sedan utan markör.',
    en: 'The cursor points at events that do not exist, probably since the log was restored. Read your cases anew, then begin without a cursor.',
  },
  TOO_OLD: {
    sv: 'Händelser efter markören finns inte kvar i loggen. Läs om era ärenden och börja sedan utan markör.',
    en: 'Events after the cursor are no longer in the log. Read your cases anew, then begin without a cursor.',
  },
};
