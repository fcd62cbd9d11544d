import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { addMonthsToDate, localDate } from '../../shared/time/stockholm';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import type { CareReviewKind, CareReviewOutcome } from '../lifecycleWords';
import { careSince } from '../sources/placement';
import { inCharge } from './ownChildren';

export interface GivenReview {
  readonly child: string;
  readonly reviewedOn: string;
  readonly kind: CareReviewKind;
  readonly outcome: CareReviewOutcome;
}

/**
 * Records that the need of care was reviewed (SoL 22:13; R37b): the next review is due six months on.
 * @returns its number
 * @throws NOT_FOUND, CONFLICT while the child is placed nowhere, BAD_USER_INPUT
 */
export async function reviewCare(
  change: Change,
  { child: named, reviewedOn, kind, outcome }: GivenReview,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const child = await lockChild(change, named, inCharge({ assertion }));
  const today = localDate(now);
  const [placed] = await change.query<{ since: string | null }>(
    `SELECT ${careSince('$2')} AS since FROM child c WHERE c.id = $1`,
    [child, today],
  );
  const since = placed?.since ?? null;
  if (since === null) throw notPlaced();
  if (reviewedOn < since) throw tooEarly(reviewedOn, since);
  const [made] = (await change.query(
    `INSERT INTO care_review (child_id, reviewed_on, kind, outcome, reviewed_by) VALUES ($1, $2, $3, $4, $5)
    RETURNING id::text AS id`,
    [child, reviewedOn, kind, outcome, assertion.principal.id],
  )) as [{ id: string }];
  change.concerns(child);
  return made.id;
}

/** The review as it was recorded, and the last day of the next. */
export interface RecordedReview extends Omit<GivenReview, 'child'> {
  readonly id: string;
  readonly nextBy: string;
}

export async function findReview(
  { query }: Pick<SubgraphContext, 'query'>,
  id: string,
): Promise<RecordedReview> {
  const [row] = (await query<Omit<RecordedReview, 'nextBy'>>(
    `SELECT id::text AS id, to_char(reviewed_on, 'YYYY-MM-DD') AS "reviewedOn", kind, outcome
    FROM care_review WHERE id = $1`,
    [id],
  )) as [Omit<RecordedReview, 'nextBy'>];
  return { ...row, nextBy: addMonthsToDate(row.reviewedOn, 6) };
}

function notPlaced(): Error {
  return hubError('CONFLICT', {
    sv: 'Barnet är inte placerat någonstans: ingen vård finns att överväga.',
    en: 'The child is placed nowhere: there is no care to review.',
  });
}

function tooEarly(day: string, since: string): Error {
  return badInput('reviewedOn', {
    sv: `reviewedOn ${day} är före vårdens början, ${since}.`,
    en: `reviewedOn ${day} is before the care began, ${since}.`,
  });
}
