import fc from 'fast-check';
import { type CaseModel } from './caseModel';
import { deadlinesOf } from './deadlines';

/** Moves the clock; then, as at the end, the case is read. */
const waits = {
  HOURS: (now: Date) => new Date(now.getTime() + 5 * 3_600_000),
  DAY: (now: Date) => new Date(now.getTime() + 25 * 3_600_000),
  WEEK: (now: Date) => new Date(now.getTime() + 8 * 86_400_000),
  MONTH: (now: Date) => new Date(now.getTime() + 31 * 86_400_000),
};
type Wait = keyof typeof waits | 'TO_DEADLINE' | 'PAST_DEADLINE';

export const wait = fc
  .constantFrom<Wait>('HOURS', 'DAY', 'WEEK', 'MONTH', 'TO_DEADLINE', 'TO_DEADLINE', 'PAST_DEADLINE')
  .map((chosen) => ({
    pass: (model: CaseModel) => passTime(model, chosen),
    toString: () => `wait ${chosen}`,
  }));

/** To the very moment at which the next duty is due, or one second after it: but not to the eighteenth birthday. */
function passTime(model: CaseModel, chosen: Wait): void {
  if (chosen !== 'TO_DEADLINE' && chosen !== 'PAST_DEADLINE') {
    model.now = waits[chosen](model.now);
    return;
  }
  const due = deadlinesOf(model)
    .filter(({ kind, dueAt }) => kind !== 'EIGHTEENTH_BIRTHDAY' && new Date(dueAt) > model.now)
    .map(({ dueAt }) => Date.parse(dueAt));
  if (due.length > 0) model.now = new Date(Math.min(...due) + (chosen === 'PAST_DEADLINE' ? 1_000 : 0));
}
