import type { ErrorCode } from '../protocol/errorCodes';
import { columnOf, type Column } from './columnOf';
import { crimeDisclosures, disclosuresOf } from './conditions/disclosure';
import { isMet, type Question, type SimpleCondition } from './conditions/isMet';
import { type Disclosure, type Grounds, readGrounds } from './grounds';
import { isOwnData } from './isOwnData';
import { isReleased } from './isReleased';
import { findBasis, openingBases } from './legalBases';
import { acceptsPurpose, concernsPerson } from './acceptedPurposes';
import { mayEverSee } from './mayEverSee';
import { readCell } from './readCell';
import { stockholmDate } from './stockholmDate';
import type { Condition, Facts, Row, Subject } from './types';
import { assumeBest, assumeWorst } from './unknownFacts';
import type { Text } from '../protocol/text';

/** The matrix' answer for one kind of fact about one child. */
export type Outcome = Allowed | Denied;

interface Allowed {
  readonly allow: true;
  /** Only yes or no may be shown, never the value. */
  readonly flagOnly: boolean;
  readonly via: Condition | 'OWN';
  /** The legal bases that carry it; empty for own data, which needs none. */
  readonly basis: readonly string[];
  /** The fields of the row that its owner has decided to show; absent: all of them. */
  readonly fields?: readonly string[];
}

interface Denied {
  readonly allow: false;
  readonly code: Extract<ErrorCode, 'SECRECY' | 'FORBIDDEN' | 'PURPOSE_REQUIRED' | 'AGENCY_UNAVAILABLE'>;
  /** The secrecy rule. */
  readonly basis: string;
  readonly askWhom: Text;
}

/**
 * Decides from the row, who asks and why, and what the owners attested. Pure, and denies unless a cell opens.
 * A fact that is missing because its holder did not answer counts against the asker; where its presence could have
 * opened the row, the code is AGENCY_UNAVAILABLE.
 *
 * @param given the grounds of the case. @default those that the owners attested
 */
export function decideRow(row: Row, subject: Subject, facts: Facts, now: Date, given?: Grounds): Outcome {
  const { purpose } = subject;
  if (purpose === null) return deny(row, 'PURPOSE_REQUIRED');
  if (!acceptsPurpose(subject.role, purpose) || !concernsPerson(purpose)) return deny(row, 'FORBIDDEN');
  const ask = (attested: Facts): Allowed | null => {
    const grounds = given ?? readGrounds(attested, subject);
    return open({ row, subject: { ...subject, purpose }, facts: attested, grounds, now });
  };
  return ask(facts) ?? deny(row, ask(assumeBest(facts, subject, row)) ? 'AGENCY_UNAVAILABLE' : 'SECRECY');
}

type Asked = Omit<Question, 'cell'>;

function open(asked: Asked): Allowed | null {
  const { row, subject, facts } = asked;
  const column = columnOf(subject.role, facts.related);
  if (column === null) return null;
  const cell = readCell(row.cells[column]);
  if (cell.own && isOwnData(row, column, facts) && isReleased(row, column, facts)) {
    return { allow: true, flagOnly: cell.flagOnly, via: 'OWN', basis: [] };
  }
  return openByCondition(asked, column) ?? openByDecision(asked, column);
}

/**
 * By a condition of the cell. Police and Migration Agency need the municipality's release first, except over a broken
 * glass: of that the municipality is told at once, and may end it.
 */
function openByCondition(asked: Asked, column: Column): Allowed | null {
  const { row, facts, now } = asked;
  const cell = readCell(row.cells[column]);
  const worst = assumeWorst(facts);
  for (const condition of cell.alternatives) {
    if (condition === 'K' || condition === 'DISCLOSURE') continue;
    if (condition !== 'B' && !isReleased(row, column, facts)) continue;
    // OSL 21:3, 22:1: a protected child is shown to those who work with it, or over a broken glass.
    if (worst.protectedIdentity && condition !== 'R' && condition !== 'B') continue;
    if (!isMet(condition, { ...asked, cell, facts: worst })) continue;
    const basis = inForceFor(worst, condition, openingBases(row, column, condition, stockholmDate(now)));
    if (basis.length > 0) return { allow: true, flagOnly: cell.flagOnly, via: condition, basis };
  }
  return null;
}

/**
 * By the owner's own decision, which is a release and also holds for a protected child, and never shows more than the
 * fields that it names. A cell that asks for a crime takes a decision that rests on one.
 */
function openByDecision(asked: Asked, column: Column): Allowed | null {
  const { row, subject, facts, grounds, now } = asked;
  const cell = readCell(row.cells[column]);
  if (!cell.allow || !mayEverSee(row, subject.role, subject.purpose)) return null;
  const asksForCrime = cell.alternatives.includes('K');
  const decided = disclosuresOf(grounds, row, column, now, stockholmDate(now));
  const worst = assumeWorst(facts);
  const valid = (asksForCrime ? crimeDisclosures(decided) : decided).filter(
    ({ basis }) => inForceFor(worst, 'DISCLOSURE', [basis]).length > 0,
  );
  if (valid.length === 0) return null;
  const via = asksForCrime ? 'K' : 'DISCLOSURE';
  return { allow: true, flagOnly: cell.flagOnly, via, ...together(valid) };
}

function together(disclosures: readonly Disclosure[]): Pick<Allowed, 'basis' | 'fields'> {
  return {
    basis: [...new Set(disclosures.map(({ basis }) => basis))],
    fields: [...new Set(disclosures.flatMap(({ fields }) => fields))],
  };
}

/** What rests on childhood ends with it, except for those whose own case or ward the person is. */
function inForceFor(
  { adult }: Facts,
  condition: SimpleCondition | 'DISCLOSURE',
  bases: readonly string[],
): readonly string[] {
  if (condition === 'R' || adult !== true) return bases;
  return bases.filter((code) => !findBasis(code).minorsOnly);
}

function deny(row: Row, code: Denied['code']): Denied {
  return { allow: false, code, basis: row.secrecy, askWhom: row.askWhom };
}
