import { addDays } from '../../../shared/time/stockholm';
import type { MunicipalityFacts } from '../../facts';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';

/**
 * SoL 20:2: whether to open an investigation is decided within 14 days of the report of concern. Due at the same
 * hour, a little before the day is over: nobody is harmed by a decision that comes early.
 */
export const investigationDecision: DeadlineRule = ({ municipality }, now) => {
  if (!municipality) return { undecidable: ['MUNICIPALITY'] };
  if (municipality.concernReceivedAt === null) return null;
  const concern = new Date(municipality.concernReceivedAt);
  const dueAt = addDays(concern, 14);
  return {
    kind: 'INVESTIGATION_DECISION_14D',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({
      done: wasTakenUp(municipality, concern),
      cancelled: municipality.caseStatus === 'CLOSED',
      dueAt,
      now,
    }),
  };
};

/** An investigation that was opened since, or one already under way that takes the concern up. */
function wasTakenUp(municipality: MunicipalityFacts, concern: Date): boolean {
  const { investigationOpenedAt, investigationClosedAt } = municipality;
  if (investigationOpenedAt === null) return false;
  if (new Date(investigationOpenedAt) >= concern) return true;
  return investigationClosedAt === null || new Date(investigationClosedAt) >= concern;
}
