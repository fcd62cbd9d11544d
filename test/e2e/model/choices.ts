import fc from 'fast-check';
import { addDaysToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import { isInCharge, latestCase, type CaseModel } from './caseModel';
import { municipalities } from './modelHub';

const [arrival] = municipalities;
export const by = fc.oneof(
  { weight: 4, arbitrary: fc.constant(arrival) },
  fc.constantFrom(...municipalities),
);
/** Minutes ago; below zero: in the future. */
export const ago = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(0, 1, 20, 60, 7 * 60, 26 * 60, 5 * 24 * 60) },
  fc.constantFrom(-60, 200 * 24 * 60),
);
export const daysAgo = fc.constantFrom(0, 0, 1, 3, 40, -1);
export const version = fc.constantFrom('NONE', 'NONE', 'READ', 'OLD', 'NEW');
export type Version = typeof version extends fc.Arbitrary<infer Value> ? Value : never;

export const at = ({ now }: CaseModel, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
export const day = ({ now }: CaseModel, days: number): string => addDaysToDate(localDate(now), -days);

/** Who may be told of it in one: the refusals of everything that is done about a child in one's charge. */
export function inCharge(model: CaseModel, municipality: string): string[] {
  return isInCharge(model, municipality) ? [] : ['NOT_FOUND'];
}
/** Who may tell the police of a child: those in charge by the case, or by where the child is assigned or came. */
export function related(model: CaseModel, municipality: string): string[] {
  const assigned = model.assignments.at(-1)?.municipality ?? model.arrival;
  return assigned === municipality ? [] : inCharge(model, municipality);
}
export function openCase(model: CaseModel): string[] {
  return latestCase(model).closedOn === null ? [] : ['CONFLICT'];
}
/** Each not before the one before it, none in the future; what did not happen is left out. */
export function inOrder({ now }: CaseModel, ...moments: (Date | null | undefined)[]): string[] {
  const known = moments.filter((moment) => moment !== null && moment !== undefined);
  const wrong = known.some((moment, index) => moment > now || (index > 0 && moment < known[index - 1]!));
  return wrong ? ['BAD_USER_INPUT'] : [];
}
export function expected(
  version: Version,
  held: { version: number } | undefined,
): { expectedVersion?: number } {
  if (version === 'NONE') return {};
  return { expectedVersion: (held?.version ?? 1) + { READ: 0, OLD: -1, NEW: 1 }[version] };
}
export const stale = (version: Version): string[] =>
  version === 'OLD' || version === 'NEW' ? ['CONFLICT'] : [];
