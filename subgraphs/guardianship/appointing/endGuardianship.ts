import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertVersion } from '../../shared/writing/assertVersion';
import { badInput } from '../../shared/writing/badInput';
import { changeOnce } from '../../shared/writing/changeOnce';
import { lockChild } from '../../shared/writing/lockChild';
import type { Attempt } from '../../shared/writing/once';
import { currentOrLast } from '../inForce';
import type { GuardianshipEndReason } from '../vocabulary';

export interface GivenEnd {
  readonly child: string;
  /** The first day it no longer is in force. */
  readonly endedOn: string;
  readonly reason: GuardianshipEndReason;
  /** The day of the board's own decision that the person is an adult; null: none. */
  readonly adultDecidedOn: string | null;
  readonly expectedVersion: number | null;
}

/**
 * Ends a guardianship that the caller's board supervises. For the age only the board's own decision counts
 * (JO 6894-2016), and is kept with it.
 *
 * @returns the number of the guardianship
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT when none is in force
 */
export function endGuardianship(
  context: SubgraphContext,
  given: GivenEnd,
  attempt: Attempt,
): Promise<string> {
  const board = context.assertion.principal.municipality!;
  assertOwnAgeDecision(given);
  return changeOnce(context, 'endGuardianship', attempt, async (change) => {
    const child = await lockChild(change, given.child, {
      where: `(SELECT g.board_municipality ${currentOrLast}) = $2`,
      parameters: [board],
      otherwise: {
        sv: 'Din överförmyndare har inget sådant barn i sin tillsyn.',
        en: 'Your board supervises no such child.',
      },
    });
    const [held] = (await change.query(
      `SELECT g.* FROM child c, LATERAL (SELECT g.id::text AS id, to_char(g.appointed_on, 'YYYY-MM-DD') AS since,
         g.ended_on IS NOT NULL AS over, g.version ${currentOrLast}) g WHERE c.id = $1`,
      [child],
    )) as [{ id: string; since: string; over: boolean; version: number }];
    if (held.over) throw endedAlready(held.version);
    assertVersion(held.version, given.expectedVersion);
    if (given.endedOn < held.since) throw tooEarly(given.endedOn, held.since);
    await change.query('UPDATE guardianship SET ended_on = $2, end_reason = $3 WHERE id = $1', [
      held.id,
      given.endedOn,
      given.reason,
    ]);
    if (given.adultDecidedOn) {
      await change.query('UPDATE child SET adult_decision = true, adult_decided_on = $2 WHERE id = $1', [
        child,
        given.adultDecidedOn,
      ]);
    }
    await change.publish({ type: 'GUARDIANSHIP_ENDED', child, municipality: board });
    return held.id;
  });
}

function assertOwnAgeDecision({ reason, adultDecidedOn }: GivenEnd): void {
  if ((reason === 'AGE_DECISION') === (adultDecidedOn !== null)) return;
  throw badInput('adultDecidedOn', {
    sv: 'AGE_DECISION, och bara det, vilar på överförmyndarens eget beslut om ålder: ange dess dag (JO 6894-2016).',
    en: 'AGE_DECISION, and nothing else, rests on the board’s own decision on age: give its day (JO 6894-2016).',
  });
}

function endedAlready(version: number): Error {
  return hubError(
    'CONFLICT',
    {
      sv: 'Inget förordnande gäller: det är redan avslutat.',
      en: 'No guardianship is in force: it has ended already.',
    },
    { version },
  );
}

function tooEarly(day: string, since: string): Error {
  return badInput('endedOn', {
    sv: `endedOn ${day} är före förordnandet, ${since}.`,
    en: `endedOn ${day} is before the appointment, ${since}.`,
  });
}
