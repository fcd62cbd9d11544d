import { addHours } from '../../shared/time/stockholm';
import type { CaseUpdateType } from '../../../schema/protocol/vocabulary';
import type { Deadline, DeadlineKind } from '../deadlines';
import leadsJson from './leads.json';

/** Something to tell about a deadline, once for its child, kind, due moment and stage. */
export interface Stage {
  readonly kind: DeadlineKind;
  readonly dueAt: string;
  /** A duty that passes to another is told to that one anew. */
  readonly stage: string;
  readonly type: Extract<CaseUpdateType, 'DEADLINE_APPROACHING' | 'DEADLINE_MISSED' | 'CLASSIFIED_MISSING'>;
  readonly occurredAt: Date;
}

/** Of each kind how long before it is due those concerned are told, and what the time limit itself rests on. */
const leads: Readonly<Record<DeadlineKind, { readonly hours: number }>> = leadsJson;

/** What is to be told at a moment, of deadlines derived for that moment. */
export function stagesOf(deadlines: readonly Deadline[], now: Date): Stage[] {
  return deadlines.flatMap((deadline): Stage[] => {
    const due = new Date(deadline.dueAt);
    const { kind, dueAt, owner, state } = deadline;
    if (state === 'OVERDUE') {
      return [{ kind, dueAt, stage: 'MISSED', type: 'DEADLINE_MISSED', occurredAt: due }];
    }
    if (kind === 'MISSING_AFTER_3M' && state === 'DONE') {
      return [{ kind, dueAt, stage: 'REACHED', type: 'CLASSIFIED_MISSING', occurredAt: due }];
    }
    const tell = approachingFrom(deadline);
    if (state !== 'PENDING' || now < tell || leads[kind].hours === 0) return [];
    return [{ kind, dueAt, stage: `APPROACHING ${owner}`, type: 'DEADLINE_APPROACHING', occurredAt: now }];
  });
}

/**
 * The next moment at which there may be something to tell or somebody else's turn, if nothing happens until then; null
 * when there is none.
 */
export function nextMoment(deadlines: readonly Deadline[], now: Date): Date | null {
  const moments = deadlines
    .filter(({ state }) => state === 'PENDING')
    .flatMap((deadline) => [
      approachingFrom(deadline),
      ...(deadline.passesOnAt ?? []).map((at) => new Date(at)),
      // Due at the moment itself is not late yet.
      new Date(Date.parse(deadline.dueAt) + 1_000),
    ])
    .filter((moment) => moment > now);
  return moments.length === 0 ? null : new Date(Math.min(...moments.map(Number)));
}

function approachingFrom({ kind, dueAt }: Deadline): Date {
  return addHours(new Date(dueAt), -leads[kind].hours);
}
