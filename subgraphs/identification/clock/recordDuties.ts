import { createHash } from 'node:crypto';
import { isUndecidable, type ChildFacts } from '../facts';
import { change, type Change } from '../../shared/writing/change';
import { addDays } from '../../shared/time/stockholm';
import type { CaseEvent } from '../../shared/outbox/caseEvent';
import { deriveDeadlines, findNextDeadline, type Deadline } from '../deadlines';
import { decideResponsibility, type ResponsibilityDecision } from '../responsibility';
import type { ClockParts } from './clockParts';
import { nextMoment, stagesOf, type Stage } from './stages';

/** A child is looked at again after so many days at the latest, and no moment further away is kept. */
const horizonDays = 7;

/**
 * Raises what is to be told about a child at a moment, and notes when to look again: one transaction, in which an
 * event stands beside the row that makes it the only one. Facts older than those last looked at change nothing, and a
 * mark that was set meanwhile stays.
 */
export function recordDuties(
  parts: ClockParts,
  { child, marks }: Claim,
  facts: ChildFacts,
  askedAt: Date,
): Promise<void> {
  const deadlines = deriveDeadlines(facts, askedAt);
  const responsible = decideResponsibility(facts, null, askedAt);
  if (isUndecidable(deadlines) || isUndecidable(responsible))
    throw new Error('the facts of an agency are missing');
  return change(parts.database, askedAt, async (work) => {
    const watch = await lockWatch(work, child);
    if (!watch || (watch.evaluatedAt !== null && watch.evaluatedAt > askedAt)) return;
    const municipality = responsible.municipality ?? facts.municipality?.caseMunicipality ?? null;
    const about = (event: Pick<CaseEvent, 'type' | 'occurredAt'>): CaseEvent => ({
      ...event,
      child,
      municipality,
    });
    for (const stage of stagesOf(deadlines, askedAt)) {
      if (await isFirst(work, child, stage, askedAt)) await work.publish(about(stage));
    }
    const now = toMark(child, nameOf(responsible));
    if (watch.responsible !== null && watch.responsible !== now)
      await work.publish(about({ type: 'RESPONSIBILITY_CHANGED', occurredAt: askedAt }));
    if (!isRunning(facts, deadlines)) {
      await work.query('DELETE FROM duty_watch WHERE child = $1 AND marks = $2', [child, marks]);
      return;
    }
    const horizon = addDays(askedAt, horizonDays);
    const next = nextMoment(deadlines, askedAt);
    await work.query(
      `UPDATE duty_watch SET responsible = $2, evaluated_at = $4, claimed_until = NULL,
         next_at = CASE WHEN marks = $5 THEN $3 ELSE next_at END WHERE child = $1`,
      [child, now, next !== null && next < horizon ? next : horizon, askedAt, marks],
    );
  });
}

/** A child that this process has taken on, and its number of marks at that moment. */
export interface Claim {
  readonly child: string;
  readonly marks: number;
}

interface Watch {
  readonly responsible: string | null;
  readonly evaluatedAt: Date | null;
}

/** Two processes that look at one child do so one after the other. */
async function lockWatch(work: Change, child: string): Promise<Watch | undefined> {
  const [watch] = await work.query<Watch>(
    'SELECT responsible, evaluated_at AS "evaluatedAt" FROM duty_watch WHERE child = $1 FOR UPDATE',
    [child],
  );
  return watch;
}

async function isFirst(
  work: Change,
  child: string,
  { kind, dueAt, stage }: Stage,
  at: Date,
): Promise<boolean> {
  const rows = await work.query(
    'INSERT INTO duty_event (child, mark, raised_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING mark',
    [child, toMark(child, kind, dueAt, stage), at],
  );
  return rows.length > 0;
}

function toMark(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Which rule and whom: who decides it, not why, for the reasons are content. */
function nameOf({ rule, authority, municipality }: ResponsibilityDecision): string {
  return [rule, authority, municipality ?? ''].join(' ');
}

/** A birthday years ahead is nothing to keep a child's reference for; the agencies name it again in time. */
function isRunning({ municipality }: ChildFacts, deadlines: readonly Deadline[]): boolean {
  const open = deadlines.filter(({ kind }) => kind !== 'EIGHTEENTH_BIRTHDAY');
  return municipality?.caseStatus === 'OPEN' || findNextDeadline(open) !== null;
}
