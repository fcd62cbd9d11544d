import type { TableLoad } from '../shared/database/bulkLoad';
import type { ImportRules, RowChange } from '../shared/importing/importRules';
import type { CaseEvent } from '../shared/outbox/caseEvent';
import type { CheckedRecord, ImportedRecord } from './checkRecords';

/** Which children came from an import, and with what content. */
export function createImportedTable(
  checkedOf: (record: ImportedRecord) => CheckedRecord,
): TableLoad<ImportedRecord> {
  return {
    table: 'imported',
    columns: ['id', 'fingerprint', 'updated_at'],
    rows: (record) => [[record.id, checkedOf(record).fingerprint, record.updatedAt]],
  };
}

/** The events of children who are new. */
export function createOutboxTable(rules: ImportRules<never>, now: Date): TableLoad<ImportedRecord> {
  return {
    table: 'outbox',
    columns: ['type', 'child', 'municipality', 'occurred_at', 'recorded_at'],
    rows: (record) =>
      rules
        .events(allNew(rules, record as never), record as never)
        .map((event) => Object.values(toOutboxRow(event, record.id, now))),
  };
}

/** An event as the outbox has it. */
export function toOutboxRow(
  { type, municipality = null, occurredAt }: Omit<CaseEvent, 'child'>,
  child: string,
  now: Date,
): { type: string; child: string; municipality: string | null; occurred_at: Date; recorded_at: Date } {
  return { type, child, municipality, occurred_at: occurredAt ?? now, recorded_at: now };
}

function allNew({ tables }: ImportRules<never>, record: never): RowChange[] {
  return tables.flatMap(({ table, columns, rows }) =>
    rows(record).map((values) => ({
      table,
      before: null,
      after: Object.fromEntries(columns.map((column, index) => [column, values[index]])),
    })),
  );
}
