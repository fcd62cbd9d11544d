import { coversField } from '../../../schema/access/coversField';
import { decideRow, type Outcome } from '../../../schema/access/decideRow';
import { findRow } from '../../../schema/access/rows';
import { unattested, type Attestation } from '../../../schema/protocol/attestation';
import type { Assertion } from '../../../schema/protocol/principal';

declare const decided: unique symbol;

/** Proof that the access matrix was asked. Loaders take one, so that an unguarded read does not type-check. */
export interface Decisions {
  readonly [decided]: true;
  /** The matrix' answer for one row about one child, with the facts attested in this operation. */
  outcome(child: string, rowId: string): Outcome;
  /**
   * Those of the children for whom at least one of the rows is open.
   * @param flag whether a row that opens only as yes or no is enough. @default false
   * @param coordinate the field that is to be shown; left out, any field of the row will do
   */
  allowed(
    children: readonly string[],
    rowIds: readonly string[],
    flag?: boolean,
    coordinate?: string,
  ): string[];
  /** Whether a protection mark leaves something open: to whoever works with the child, or by a glass or a decision. */
  mayMeetProtected(child: string): boolean;
  attestation(child: string): Attestation | undefined;
  /** Every reference that was attested to be this child's, the leading one first. */
  knownAs(child: string): readonly string[];
}

/** Decides per child and row from who asks and what the owners attested; a child nobody attested is closed. */
export function createDecisions(
  assertion: Assertion,
  attestations: readonly Attestation[],
  now: Date,
): Decisions {
  const byChild = new Map(attestations.flatMap((each) => each.knownAs.map((id) => [id, each] as const)));
  for (const each of attestations) byChild.set(each.child, each);
  const remembered = new Map<string, Outcome>();
  const { principal, purpose } = assertion;
  const subject = {
    role: principal.role,
    agency: principal.agency,
    municipality: principal.municipality,
    purpose,
  };

  const outcome = (child: string, rowId: string): Outcome => {
    const key = `${rowId} ${child}`;
    let found = remembered.get(key);
    if (!found) {
      found = decideRow(findRow(rowId), subject, byChild.get(child) ?? unattested(child), now);
      remembered.set(key, found);
    }
    return found;
  };
  return {
    outcome,
    allowed: (children, rowIds, flag = false, coordinate) =>
      children.filter((child) => rowIds.some((rowId) => isOpen(outcome(child, rowId), flag, coordinate))),
    mayMeetProtected: (child) => {
      const { related = false, grants = [] } = byChild.get(child) ?? {};
      return related || grants.some(({ via }) => via !== 'C');
    },
    attestation: (child: string) => byChild.get(child),
    knownAs: (child: string) => byChild.get(child)?.knownAs ?? [child],
  } as Decisions;
}

/**
 * Whether an outcome opens a field; one that allows only yes or no does so only for a field that is one, and an
 * owner's decision only for the fields that it names.
 */
export function isOpen(outcome: Outcome, flag: boolean, coordinate?: string): boolean {
  if (!outcome.allow || (outcome.flagOnly && !flag)) return false;
  return coordinate === undefined || !outcome.fields || coversField(outcome.fields, coordinate);
}
