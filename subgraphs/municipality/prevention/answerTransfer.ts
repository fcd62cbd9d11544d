import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { badInput } from '../../shared/writing/badInput';
import { changeOnce } from '../../shared/writing/changeOnce';
import type { Attempt } from '../../shared/writing/once';

export interface GivenAnswer {
  /** The handover by which the transfer was asked for. */
  readonly handover: string;
  readonly accepted: boolean;
  readonly answeredOn: string;
}

/**
 * Records what the other municipality answered to a request to take the case over (SoL 29:11), which ends the month
 * of its silence.
 *
 * @returns the number of the handover
 * @throws NOT_FOUND for another municipality's handover, or one without a request; BAD_USER_INPUT, CONFLICT
 */
export function answerTransfer(
  context: SubgraphContext,
  { handover, accepted, answeredOn }: GivenAnswer,
  attempt: Attempt,
): Promise<string> {
  const { municipality } = context.assertion.principal;
  return changeOnce(context, 'recordTransferAnswer', attempt, async ({ query, concerns }) => {
    const [asked] = /^\d{1,18}$/.test(handover)
      ? await query<{ child: string; on: string; accepted: boolean | null }>(
          `SELECT child_id AS child, accepted,
             to_char(handed_over_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS on
           FROM handover WHERE id = $1 AND from_municipality = $2 AND transfer_requested FOR UPDATE`,
          [handover, municipality],
        )
      : [];
    if (!asked) throw notAsked();
    if (asked.accepted !== null) throw answeredAlready();
    if (answeredOn < asked.on) throw tooEarly(answeredOn, asked.on);
    await query('UPDATE handover SET accepted = $2, answered_on = $3 WHERE id = $1', [
      handover,
      accepted,
      answeredOn,
    ]);
    concerns(asked.child);
    return handover;
  });
}

function notAsked(): Error {
  return hubError('NOT_FOUND', {
    sv: 'Din kommun har inte begärt någon sådan överflyttning.',
    en: 'Your municipality has asked for no such transfer.',
  });
}

function answeredAlready(): Error {
  return hubError('CONFLICT', {
    sv: 'Svaret på begäran är redan registrerat.',
    en: 'The answer to the request is recorded already.',
  });
}

function tooEarly(day: string, asked: string): Error {
  return badInput('answeredOn', {
    sv: `answeredOn ${day} är före begäran, ${asked}.`,
    en: `answeredOn ${day} is before the request, ${asked}.`,
  });
}
