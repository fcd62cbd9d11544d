import { endOfDay, startOfEighteenthBirthday } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';
import { stateOf } from '../stateOf';
import { addWorkingDays } from '../workingDays';

/** From when the directive applies. Who applied before has a guardian "as soon as possible", without a number. */
const appliesFrom = '2026-06-12';

/**
 * Directive 2024/1346, article 27: a child who applies for asylum has a representative within fifteen working days.
 * No board knows of the child before, so it is the Migration Agency's, who petitions for one (lag 2005:429 3 §). Only
 * the boards can tell whether there is one: while they are silent the line is left out rather than all others with it.
 */
export const representative: DeadlineRule = ({ migration, duties }, now) => {
  if (!migration || !duties?.migration) return { undecidable: ['MIGRATION_AGENCY'] };
  const { birthDate, adult } = migration;
  const { appliedOn } = duties.migration;
  if (appliedOn === null || appliedOn < appliesFrom || !duties.guardianship) return null;
  const dueAt = endOfDay(addWorkingDays(appliedOn, 15));
  const ofAge = birthDate !== null && now >= startOfEighteenthBirthday(birthDate);
  return {
    kind: 'REPRESENTATIVE_15WD',
    dueAt: dueAt.toISOString(),
    owner: 'MIGRATION_AGENCY',
    state: stateOf({
      done: duties.guardianship.appointedOn !== null,
      cancelled: adult === true || ofAge,
      dueAt,
      now,
    }),
  };
};
