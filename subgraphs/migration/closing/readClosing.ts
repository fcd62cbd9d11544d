import { badInput } from '../../shared/writing/badInput';
import type { Given } from '../../shared/writing/given';
import { localDate } from '../../shared/time/stockholm';
import type { ClosingReason } from '../vocabulary';

export interface Closing {
  readonly child: string;
  readonly reason: ClosingReason;
  /** YYYY-MM-DD */
  readonly closedOn: string;
  readonly guardianAskedOn: string | null;
  /** Null: as it was. */
  readonly lmaEntitled: boolean | null;
  readonly expectedVersion: number | null;
}

/**
 * A case is closed for absconding only after the guardian was asked (NB: the agency checks a missed appointment with
 * the guardian and social services before it concludes that the child has absconded).
 *
 * @throws BAD_USER_INPUT
 */
export function readClosing(input: Given<Closing, 'child' | 'reason'>, now: Date): Closing {
  const today = localDate(now);
  const {
    child,
    reason,
    closedOn,
    guardianAskedOn = null,
    lmaEntitled = null,
    expectedVersion = null,
  } = input;
  const closing = {
    child,
    reason,
    closedOn: closedOn ?? today,
    guardianAskedOn,
    lmaEntitled,
    expectedVersion,
  };
  if (closing.closedOn > today) throw inFuture('closedOn', closing.closedOn);
  if (guardianAskedOn !== null && guardianAskedOn > closing.closedOn) {
    throw badInput('guardianAskedOn', {
      sv: 'Gode mannen ska ha tillfrågats före avslutet.',
      en: 'The guardian must have been asked before the case is closed.',
    });
  }
  if (reason === 'ABSCONDED' && guardianAskedOn === null) {
    throw badInput('guardianAskedOn', {
      sv: 'Ange när gode mannen tillfrågades om barnet går att nå. Först därefter avslutas ärendet på grund av avvikande.',
      en: 'Say when the guardian was asked whether the child can be reached. Only then is the case closed for absconding.',
    });
  }
  return closing;
}

function inFuture(field: string, day: string): Error {
  return badInput(field, {
    sv: `${field} ligger framåt i tiden: ${day}.`,
    en: `${field} lies in the future: ${day}.`,
  });
}
