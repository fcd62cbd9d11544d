import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import type { Answers } from '../../shared/forms/form';
import { localDate, startOfDay } from '../../shared/time/stockholm';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { abscondingForm } from '../forms';
import { currentOrLast, isInForce } from '../inForce';
import type { GuardianReportKind } from '../vocabulary';

export interface SubmittedReport {
  readonly child: string;
  readonly kind: GuardianReportKind;
  readonly answers: Answers;
}

interface Earlier {
  readonly kind: GuardianReportKind;
  readonly happenedAt: Date;
}

/** Where the report says when it happened. */
const momentOf: Readonly<Record<GuardianReportKind, string>> = {
  ABSCONDING: 'absconding.disappearedAt',
  RETURN: 'return.returnedAt',
};

/**
 * Keeps what the guardian of a child tells the board (R26). While the child is gone and not thought to have left the
 * country for good, the board watches the case; a return ends the watch.
 *
 * @returns the report's id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function submitReport(
  change: Change,
  { child: named, kind, answers }: SubmittedReport,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const today = localDate(now);
  const child = await lockChild(change, named, {
    where: `NOT c.secret_from_guardian AND EXISTS (SELECT FROM guardianship g
      WHERE g.child_id = c.id AND g.guardian_principal = $2 AND ${isInForce('$3')})`,
    parameters: [assertion.principal.id, today],
    otherwise: {
      sv: 'Du är inte god man för något barn med den referensen.',
      en: 'You are the guardian of no child of that reference.',
    },
  });
  const [earlier] = await change.query<Earlier>(
    `SELECT kind, happened_at AS "happenedAt" FROM guardian_report WHERE child_id = $1 ORDER BY id DESC LIMIT 1`,
    [child],
  );
  if (kind === (earlier?.kind ?? 'RETURN')) throw reportedAlready(kind);
  const field = momentOf[kind];
  const happenedAt = new Date(answers[field.split('.')[1]!] as string);
  assertInOrder(now, [
    ...(earlier ? [{ field: momentOf[earlier.kind], at: earlier.happenedAt }] : []),
    { field, at: happenedAt },
  ]);
  if (kind === 'ABSCONDING') assertToldAfter(field, happenedAt, answers, now);
  const [made] = (await change.query(
    `INSERT INTO guardian_report (child_id, kind, happened_at, received_at, answers)
    VALUES ($1, $2, $3, $4, $5) RETURNING id::text AS id`,
    [child, kind, happenedAt, now, answers],
  )) as [{ id: string }];
  const isWatched = kind === 'ABSCONDING' && answers['leftCountryLikely'] === false;
  const [held] = (await change.query(
    `WITH held AS (UPDATE guardianship SET watched_since = $2
      WHERE id = (SELECT g.id FROM child c, LATERAL (SELECT g.id ${currentOrLast}) g WHERE c.id = $1)
      RETURNING board_municipality) SELECT board_municipality AS board FROM held`,
    [child, isWatched ? today : null],
  )) as [{ board: string }];
  await change.publish({ type: 'GUARDIAN_REPORTED', child, municipality: held.board });
  return made.id;
}

/** Nobody was told of it before the day on which it happened; the hour is often remembered afterwards. */
function assertToldAfter(field: string, happenedAt: Date, answers: Answers, now: Date): void {
  const day = { field, at: startOfDay(localDate(happenedAt)) };
  for (const { name, type } of abscondingForm.questions) {
    const told = answers[name];
    if (type !== 'DATE_TIME' || told === undefined) continue;
    assertInOrder(now, [day, { field: `absconding.${name}`, at: new Date(told as string) }]);
  }
}

function reportedAlready(kind: GuardianReportKind): Error {
  return hubError('CONFLICT', {
    sv:
      kind === 'ABSCONDING'
        ? 'Försvinnandet är redan meddelat. Meddela återkomsten när barnet är tillbaka.'
        : 'Inget försvinnande är meddelat som barnet har återkommit från.',
    en:
      kind === 'ABSCONDING'
        ? 'The disappearance is reported already. Report the return when the child is back.'
        : 'No disappearance is reported from which the child has come back.',
  });
}
