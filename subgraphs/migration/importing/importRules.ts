import {
  broughtAt,
  changesOf,
  type ImportedRow,
  type ImportRules,
  type RowChange,
} from '../../shared/importing/importRules';
import type { CaseEvent } from '../../shared/outbox/caseEvent';
import type { MigrationRecord } from '../records';
import { tables } from '../tables';
import { importKeys } from './importKeys';

/** How the agency's records come into the register, and come again. What a child was called before stays a claim. */
export const importRules: ImportRules<MigrationRecord> = {
  tables,
  keys: importKeys,
  grows: { name_claim: keepName, birth_date_claim: (left) => left },
  alsoAdds: keepFormerBirthDate,
  events: (changes) => [
    ...registered(changes),
    ...assigned(changes),
    ...decided(changes),
    ...closed(changes),
  ],
};

/** Where a new name is registered, the one before it is one that the child was known by. */
function keepName(left: ImportedRow, added: readonly ImportedRow[]): ImportedRow {
  const replaced = left['kind'] === 'REGISTERED' && added.some(({ kind }) => kind === 'REGISTERED');
  return replaced ? { ...left, kind: 'ALIAS' } : left;
}

/** The registered day of birth before this one stays as a claim, as when an officer changes it. */
function keepFormerBirthDate(changes: readonly RowChange[]): RowChange[] {
  return changesOf(changes, 'child').flatMap(({ before, after }) => {
    const date = before?.['birth_date'] ?? null;
    if (date === null || date === after['birth_date']) return [];
    return [
      { table: 'birth_date_claim', before: null, after: { child_id: after['id'], date, kind: 'REGISTERED' } },
    ];
  });
}

function registered(changes: readonly RowChange[]): Omit<CaseEvent, 'child'>[] {
  return changesOf(changes, 'child')
    .filter(({ before }) => before === null)
    .map(({ after }) => ({
      type: 'CHILD_REGISTERED' as const,
      municipality: (after['arrival_municipality'] ?? null) as string | null,
    }));
}

function assigned(changes: readonly RowChange[]): Omit<CaseEvent, 'child'>[] {
  return changesOf(changes, 'assignment')
    .filter(({ before, after }) => before === null && !after['ended_on'])
    .map(({ after }) => ({ type: 'ASSIGNED' as const, municipality: String(after['municipality']) }));
}

/** R21, rule 2: an adult by the agency is the agency's own responsibility. */
function decided(changes: readonly RowChange[]): Omit<CaseEvent, 'child'>[] {
  const other = changesOf(changes, 'age_decision').some(
    ({ before, after }) => after['authority'] === 'MIGRATION_AGENCY' && before?.['adult'] !== after['adult'],
  );
  return other ? [{ type: 'RESPONSIBILITY_CHANGED' }] : [];
}

function closed(changes: readonly RowChange[]): Omit<CaseEvent, 'child'>[] {
  return changesOf(changes, 'asylum_case')
    .filter((change) => broughtAt(change, 'closed_on'))
    .map(() => ({ type: 'CASE_CLOSED' as const }));
}
