import type { DeadlineState } from './deadline';

/** A task that was done is done, however late; one that nobody needs any longer is cancelled; else the clock decides. */
export function stateOf(task: { done: boolean; cancelled?: boolean; dueAt: Date; now: Date }): DeadlineState {
  if (task.done) return 'DONE';
  if (task.cancelled) return 'CANCELLED';
  return task.now > task.dueAt ? 'OVERDUE' : 'PENDING';
}
