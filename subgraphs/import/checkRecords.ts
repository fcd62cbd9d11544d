import { hash } from 'node:crypto';
import type { Validator } from './createValidator';
import type { ImportState } from './importState';
import type { ReadRecord } from './readRecords';

/** A child's record that is as its format says. */
export interface ImportedRecord {
  readonly id: string;
  /** When it was last changed in the agency's own system. */
  readonly updatedAt?: string | null;
}

export interface CheckedRecord {
  readonly line: number;
  readonly record: ImportedRecord;
  /** Of its content: the same record sent again is no other. */
  readonly fingerprint: string;
}

/** Checks record by record; what is wrong is noted with its line, and the rest is still read, to tell it all at once. */
export async function* checkRecords(
  records: AsyncIterable<ReadRecord>,
  validate: Validator,
  state: ImportState,
): AsyncGenerator<CheckedRecord> {
  for await (const read of records) {
    state.checked += 1;
    if ('problem' in read) {
      state.problems.add(read.problem);
      continue;
    }
    const problems = validate(read.value);
    for (const problem of problems) state.problems.add({ line: read.line, code: 'BAD_VALUE', ...problem });
    if (problems.length > 0) continue;
    const record = read.value as ImportedRecord;
    yield { line: read.line, record, fingerprint: fingerprintOf(record) };
  }
  if (state.checked > 0) return;
  state.problems.add({ line: 1, code: 'EMPTY_FILE', path: '', reason: 'ingen post / no record' });
}

/** SHA-256 of a record as it was read; when its own system last touched it is no content. */
function fingerprintOf({ updatedAt: _, ...content }: ImportedRecord): string {
  return hash('sha256', JSON.stringify(content), 'base64url');
}
