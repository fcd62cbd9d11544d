import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { localDate } from '../../shared/time/stockholm';
import type { IdentityRecord } from '../../shared/matching';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import { createChildId } from '../../shared/writing/createChildId';
import { heldAs } from '../../shared/writing/heldAs';
import { keepIdentity } from '../../shared/writing/keepIdentity';
import { nextVersion } from '../../shared/writing/nextVersion';
import type { Attempt } from '../../shared/writing/once';

/** A case as the officer opens it. */
export interface GivenCase {
  /** Null: a child that no agency has a reference for yet. */
  readonly child: string | null;
  /** Null: the municipality's register has the child already. */
  readonly identity: IdentityRecord | null;
  readonly openedOn: string;
  readonly caseNumber: string;
  readonly socialWorkerName: string | null;
  readonly socialWorkerPhone: string | null;
  readonly unit: string | null;
}

/**
 * Opens the caller's municipality's case. While another municipality has an open one, it must have handed over first;
 * its case then ends with the handover, and what it knows is the new one's to see.
 *
 * @returns the number of the case
 * @throws BAD_USER_INPUT, CONFLICT
 */
export function openCase(context: SubgraphContext, given: GivenCase, attempt: Attempt): Promise<string> {
  const municipality = context.assertion.principal.municipality!;
  return changeOnce(context, 'openSocialCase', attempt, async (change) => {
    const child = given.child === null ? createChildId() : await heldAs(change, given.child);
    const known = await keepIdentity(change, child, given.identity);
    if (!known && !given.identity) throw withoutIdentity();
    const cases = await readCases(change, child);
    assertOpening(given, municipality, cases);
    const others = cases.filter((each) => each.status === 'OPEN');
    if (others.length > 0 || (await isProtectedFrom(change, child, municipality))) {
      await takeOver(change, context, child, others);
    }
    const [made] = await change.query<{ id: string }>(
      `INSERT INTO social_case (child_id, municipality, status, opened_on, case_number, social_worker_name,
         social_worker_phone, unit, version)
       VALUES ($1, $2, 'OPEN', $3, $4, $5, $6, $7, ${nextVersion('social_case')}) RETURNING id::text AS id`,
      [
        child,
        municipality,
        given.openedOn,
        given.caseNumber,
        given.socialWorkerName,
        given.socialWorkerPhone,
        given.unit,
      ],
    );
    await change.publish({ type: 'CASE_OPENED', child, municipality });
    return made!.id;
  });
}

interface EarlierCase {
  readonly municipality: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly openedOn: string;
}

function readCases({ query }: Change, child: string): Promise<EarlierCase[]> {
  return query(
    `SELECT municipality, status, to_char(opened_on, 'YYYY-MM-DD') AS "openedOn" FROM social_case
     WHERE child_id = $1 ORDER BY opened_on, id`,
    [child],
  );
}

function assertOpening({ openedOn }: GivenCase, municipality: string, cases: readonly EarlierCase[]): void {
  if (cases.some((each) => each.status === 'OPEN' && each.municipality === municipality)) {
    throw hubError('CONFLICT', {
      sv: 'Kommunen har redan ett öppet ärende om barnet.',
      en: 'The municipality has an open case about the child already.',
    });
  }
  const latest = cases.at(-1);
  if (latest && openedOn < latest.openedOn) {
    throw badInput('openedOn', {
      sv: `openedOn ${openedOn} är före det senaste ärendet om barnet.`,
      en: `openedOn ${openedOn} is before the latest case about the child.`,
    });
  }
}

/** A child with a protection mark is not taken over by who has not had it, unless it was handed over. */
async function isProtectedFrom({ query }: Change, child: string, municipality: string): Promise<boolean> {
  const [row] = await query<{ closed: boolean }>(
    `SELECT c.protected_identity AND NOT EXISTS (SELECT FROM social_case s
       WHERE s.child_id = c.id AND s.municipality = $2) AS closed FROM child c WHERE c.id = $1`,
    [child, municipality],
  );
  return row!.closed;
}

/**
 * The handover is by whoever has the case, and about that case: not by one that has had the child before, nor about a
 * case closed since. Once nobody has an open case, only a child with a protection mark needs one, by whoever had it.
 */
const stillHolds = `NOT EXISTS (SELECT FROM social_case s WHERE s.child_id = $1 AND s.status = 'OPEN'
  AND (s.municipality <> from_municipality
    OR s.opened_on > (handed_over_at AT TIME ZONE 'Europe/Stockholm')::date))`;

async function takeOver(
  change: Change,
  context: SubgraphContext,
  child: string,
  others: readonly EarlierCase[],
): Promise<void> {
  const to = context.assertion.principal.municipality;
  const taken = await change.query<{ id: string }>(
    `WITH taken AS (UPDATE handover SET taken_over_at = $3
       WHERE child_id = $1 AND to_municipality = $2 AND taken_over_at IS NULL AND ${stillHolds} RETURNING id)
     SELECT id FROM taken`,
    [child, to, context.now],
  );
  if (taken.length === 0) throw notHandedOver();
  await change.query(
    `UPDATE social_case SET status = 'CLOSED', closed_on = greatest($2, opened_on), closed_at = $3
     WHERE child_id = $1 AND status = 'OPEN'`,
    [child, localDate(context.now), context.now],
  );
  for (const { municipality } of others) await change.publish({ type: 'CASE_CLOSED', child, municipality });
}

function withoutIdentity(): Error {
  return badInput('identity', {
    sv: 'Kommunens register har inte barnet: ange identity, så att det kan kännas igen.',
    en: 'The municipality’s register does not have the child: give identity, so that it can be recognised.',
  });
}

function notHandedOver(): Error {
  return hubError('CONFLICT', {
    sv: 'Barnet är i en annan kommuns ansvar, som inte har lämnat över. Kontakta den ansvariga kommunen.',
    en: 'The child is in the charge of another municipality, which has not handed over. Contact the one in charge.',
  });
}
