import type { ChildFacts, DutyTaken } from '../facts';

/** Who has said that they see to this duty, in that order. A duty of another moment is another duty. */
export function takersOf(
  { takenOn = [] }: ChildFacts,
  { kind, dueAt }: Pick<DutyTaken, 'kind' | 'dueAt'>,
): readonly DutyTaken[] {
  return takenOn.filter((taken) => taken.kind === kind && Date.parse(taken.dueAt) === Date.parse(dueAt));
}
