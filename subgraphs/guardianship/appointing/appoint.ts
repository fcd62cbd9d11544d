import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import type { IdentityRecord } from '../../shared/matching';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import { heldAs } from '../../shared/writing/heldAs';
import { keepIdentity } from '../../shared/writing/keepIdentity';
import { nextVersion } from '../../shared/writing/nextVersion';
import type { Attempt } from '../../shared/writing/once';
import type { GuardianshipKind } from '../vocabulary';

/** An appointment as the board's officer gives it. */
export interface GivenAppointment {
  readonly child: string;
  /** Null: the boards' register has the child already. */
  readonly identity: IdentityRecord | null;
  readonly kind: GuardianshipKind;
  /** The guardian's `sub` in the token. */
  readonly guardianPrincipal: string;
  readonly guardianName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly boardContact: string | null;
  readonly appointedOn: string;
}

/**
 * Appoints somebody to act for a child. One appointment is in force: one of the board's own ends the day the new one
 * begins; one of another board must have ended first.
 *
 * @returns the number of the guardianship
 * @throws BAD_USER_INPUT, CONFLICT
 */
export function appoint(
  context: SubgraphContext,
  given: GivenAppointment,
  attempt: Attempt,
): Promise<string> {
  const board = context.assertion.principal.municipality!;
  const { appointedOn } = given;
  return changeOnce(context, 'appointGuardian', attempt, async (change) => {
    const child = await heldAs(change, given.child);
    const known = await keepIdentity(change, child, given.identity);
    if (!known && !given.identity) throw withoutIdentity();
    await endOwn(change, child, board, appointedOn);
    const [made] = await change.query<{ id: string }>(
      `INSERT INTO guardianship (child_id, kind, board_municipality, board_contact, guardian_principal, guardian_name,
         phone, email, appointed_on, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${nextVersion('guardianship')}) RETURNING id::text AS id`,
      [
        child,
        given.kind,
        board,
        given.boardContact,
        given.guardianPrincipal,
        given.guardianName,
        given.phone,
        given.email,
        appointedOn,
      ],
    );
    await change.publish({ type: 'GUARDIAN_APPOINTED', child, municipality: board });
    return made!.id;
  });
}

async function endOwn(change: Change, child: string, board: string, appointedOn: string): Promise<void> {
  const [latest] = await change.query<{ id: string; board: string; since: string; until: string | null }>(
    `SELECT id::text AS id, board_municipality AS board, to_char(appointed_on, 'YYYY-MM-DD') AS since,
       to_char(ended_on, 'YYYY-MM-DD') AS until
     FROM guardianship WHERE child_id = $1 ORDER BY ended_on IS NULL DESC, appointed_on DESC, id DESC LIMIT 1`,
    [child],
  );
  if (!latest) return;
  const first = latest.until ?? latest.since;
  if (appointedOn < first) throw tooEarly(appointedOn, first);
  if (latest.until !== null) return;
  if (latest.board !== board) throw anotherBoard();
  await change.query(
    `UPDATE guardianship SET ended_on = $2, end_reason = 'CHANGE_OF_GUARDIAN' WHERE id = $1`,
    [latest.id, appointedOn],
  );
  await change.publish({ type: 'GUARDIANSHIP_ENDED', child, municipality: board });
}

function withoutIdentity(): Error {
  return badInput('identity', {
    sv: 'Överförmyndarens register har inte barnet: ange identity, så att det kan kännas igen.',
    en: 'The board’s register does not have the child: give identity, so that it can be recognised.',
  });
}

function tooEarly(day: string, first: string): Error {
  return badInput('appointedOn', {
    sv: `appointedOn ${day} är före det som redan gäller, ${first}.`,
    en: `appointedOn ${day} is before what is in force already, ${first}.`,
  });
}

function anotherBoard(): Error {
  return hubError('CONFLICT', {
    sv: 'En annan överförmyndare har en god man förordnad. Den avslutar sitt förordnande innan ett nytt börjar.',
    en: 'Another board has a guardian appointed. It ends that appointment before a new one begins.',
  });
}
