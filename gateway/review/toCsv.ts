import type { ReviewEntry } from './loadReview';
import type { ReviewedEntry } from './loadReviews';

const columns: readonly (keyof ReviewEntry)[] = [
  'reasons',
  'at',
  'principal',
  'role',
  'agency',
  'municipality',
  'purpose',
  'caseReference',
  'operation',
  'operationName',
  'child',
  'fieldsDisclosed',
  'fieldsDenied',
  'outcome',
];

const lookColumns = ['approved', 'reviewedAt', 'reviewedBy'] as const;

/** The entries of a review as CSV (RFC 4180), lists separated by spaces. */
export function toCsv(entries: readonly ReviewedEntry[]): string {
  const lines = entries.map((entry) =>
    [
      ...columns.map((column) => toCell(entry[column])),
      ...lookColumns.map((column) => toCell(entry.secondLook && String(entry.secondLook[column]))),
    ].join(','),
  );
  return [[...columns, ...lookColumns].join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function toCell(value: string | readonly string[] | null): string {
  const text = Array.isArray(value) ? value.join(' ') : ((value as string | null) ?? '');
  // Case numbers are the asker's own words: none of them may become a formula in the reviewer's spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
