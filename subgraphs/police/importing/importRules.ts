import { changesOf, type ImportRules, type RowChange } from '../../shared/importing/importRules';
import type { CaseEvent } from '../../shared/outbox/caseEvent';
import type { PoliceRecord } from '../records';
import { tables } from '../tables';
import { importKeys } from './importKeys';

/** How the police's records come into the register, and come again. */
export const importRules: ImportRules<PoliceRecord> = {
  tables,
  keys: importKeys,
  leanedOn: { missing_person_report: ['report_supplement.report_number'] },
  // A child is reported once (R12), whoever comes first.
  goesOn: { missing_person_report: ({ status }) => status === 'OPEN' },
  events: (changes) => [...reported(changes), ...found(changes)],
};

function reported(changes: readonly RowChange[]): Omit<CaseEvent, 'child'>[] {
  return changesOf(changes, 'missing_person_report')
    .filter(({ before }) => before === null)
    .map(({ after }) => ({
      type: 'MISSING_PERSON_REPORTED' as const,
      occurredAt: new Date(String(after['reported_at'])),
    }));
}

function found(changes: readonly RowChange[]): Omit<CaseEvent, 'child'>[] {
  return changesOf(changes, 'found_event')
    .filter(({ before }) => before === null)
    .map(({ after }) => ({
      type: 'FOUND' as const,
      municipality: String(after['found_in']),
      occurredAt: new Date(String(after['at'])),
    }));
}
