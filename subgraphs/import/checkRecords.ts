import { hash } from 'node:crypto';
import type { Validator } from './createValidator';
import { mostProblems } from './importProblem';
import type { ImportState } from './importRecords';
import type { ReadLine } from './readRecords';

/** A record that is as its format says. */
export interface CheckedRecord {
  readonly line: number;
  readonly record: { readonly id: string };
  /** Of its content: the same record sent again is no other. */
  readonly fingerprint: string;
}

/** Checks record by record; what is wrong is noted with its line, and the rest is still read, to tell it all at once. */
export async function* checkRecords(
  lines: AsyncGenerator<ReadLine>,
  validate: Validator,
  state: ImportState,
): AsyncGenerator<CheckedRecord> {
  for await (const read of lines) {
    state.checked += 1;
    const problems = 'reason' in read ? [{ path: '', reason: read.reason }] : validate(read.value);
    state.problems.push(...problems.map((problem) => ({ line: read.line, ...problem })));
    if (state.problems.length >= mostProblems) return;
    if ('reason' in read || problems.length > 0) continue;
    const record = read.value as { id: string };
    yield { line: read.line, record, fingerprint: fingerprintOf(record) };
  }
}

/** SHA-256 of a record as it was read. */
export function fingerprintOf(record: object): string {
  return hash('sha256', JSON.stringify(record), 'base64url');
}
