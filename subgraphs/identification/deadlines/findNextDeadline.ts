import type { Deadline } from './deadline';

/** Of deadlines soonest first, the one to see to next: neither done nor no longer needed. */
export function findNextDeadline(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.find(({ state }) => state === 'PENDING' || state === 'OVERDUE') ?? null;
}
