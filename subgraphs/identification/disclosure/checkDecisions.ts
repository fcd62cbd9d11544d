import { columnsOf } from '../../../schema/access/columnOf';
import { crimeBases, mayRestOn } from '../../../schema/access/decidedBasis';
import { legalBases } from '../../../schema/access/legalBases';
import { readCell } from '../../../schema/access/readCell';
import { rowOfField } from '../../../schema/access/rowOfField';
import { stockholmDate } from '../../../schema/access/stockholmDate';
import type { Decision, DisclosureRequest } from '../entities/disclosureRequest';
import { addDays, addHours } from '../../shared/time/stockholm';
import { accept, refuse, type Checked } from './checked';
import { showableRows } from './checkFields';

/** Hours that a decision holds when nothing else is said. */
const usualHours = 24;
/** Days that it may hold at most. */
const mostDays = 7;

export interface GivenDecision {
  readonly field: string;
  readonly granted: boolean;
  readonly basis?: string | null | undefined;
  readonly reason: string;
}

/**
 * Whether the owner's decisions answer the request: every field once, each that is granted on a basis that can carry
 * it to that asker today. A refusal rests on the row's own secrecy unless it names another rule.
 */
export function checkDecisions(
  request: Pick<DisclosureRequest, 'fields' | 'role' | 'purpose'>,
  given: readonly GivenDecision[],
  now: Date,
): Checked<Decision[]> {
  const byField = new Map(given.map((decision, index) => [decision.field, { ...decision, index }]));
  const complete = request.fields.every((field) => byField.has(field));
  if (!complete || given.length !== request.fields.length) {
    const list = request.fields.join(', ');
    const other = given.findIndex(({ field }) => !request.fields.includes(field));
    return refuse(
      'BAD_USER_INPUT',
      other < 0 ? 'decisions' : `decisions.${other}.field`,
      `Besluta om varje fält en gång: ${list}.`,
      `Decide on each field once: ${list}.`,
    );
  }
  const decisions: Decision[] = [];
  for (const field of request.fields) {
    const decision = byField.get(field)!;
    const basis = decision.basis ?? (decision.granted ? null : secrecyOf(field));
    if (basis === null || !isBasis(decision, basis, request, now)) return noBasis(decision, basis);
    decisions.push({ field, granted: decision.granted, basis, reason: decision.reason });
  }
  return accept(decisions);
}

/** Until when a decision holds: a day, or what its maker says, up to a week. */
export function checkValidity(given: Date | null, now: Date): Checked<Date> {
  const until = given ?? addHours(now, usualHours);
  if (until > now && until <= addDays(now, mostDays)) return accept(until);
  return refuse(
    'BAD_USER_INPUT',
    'validTo',
    `validTo ska vara inom ${mostDays} dagar från nu.`,
    `validTo must be within ${mostDays} days from now.`,
  );
}

function isBasis(
  { field, granted }: GivenDecision,
  basis: string,
  { role, purpose }: Pick<DisclosureRequest, 'role' | 'purpose'>,
  now: Date,
): boolean {
  if (!granted) return legalBases.some(({ code }) => code === basis);
  const today = stockholmDate(now);
  return (showableRows(field, role, purpose) ?? []).some((row) =>
    columnsOf(role).some((column) => {
      const cell = readCell(row.cells[column]);
      const fitsCell = !cell.alternatives.includes('K') || crimeBases.has(basis);
      return cell.allow && fitsCell && mayRestOn(basis, row, column, today);
    }),
  );
}

function secrecyOf(field: string): string | null {
  const access = rowOfField(field);
  return access?.kind === 'ROW' ? (access.rows[0]?.secrecy ?? null) : null;
}

function noBasis(
  { field, index }: GivenDecision & { readonly index: number },
  basis: string | null,
): Checked<never> {
  return refuse(
    'BAD_USER_INPUT',
    `decisions.${index}.basis`,
    `Beslutet om ${field} behöver en gällande grund som bryter sekretessen för den som frågar; ${basis ?? 'ingen'} gör det inte.`,
    `The decision on ${field} needs a basis in force that breaks the secrecy for whoever asks; ${basis ?? 'none'} does not.`,
  );
}
