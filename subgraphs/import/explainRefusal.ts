import { DatabaseError } from 'pg';
import { ImportRefused } from './importProblem';
import type { ImportState } from './importRecords';

/**
 * Says which line a database's refusal is about: by the reference that it names, or, of the table of children, by the
 * row that it counted. Undefined when the error is no refusal of a record.
 */
export function explainRefusal(error: unknown, { underWay }: ImportState): ImportRefused | undefined {
  if (!(error instanceof DatabaseError) || !error.code?.startsWith('2')) return undefined;
  const text = `${error.detail ?? ''} ${error.where ?? ''}`;
  const named = new Set(text.match(/[0-9a-f]{32}/g) ?? []);
  const counted = /^COPY child, line (\d+)/.exec(error.where ?? '')?.[1];
  const twice = error.constraint === 'child_pkey';
  const blamed =
    underWay.findLast(({ id }) => named.has(id)) ?? (counted ? underWay[Number(counted) - 1] : undefined);
  const reason = twice
    ? 'referensen står två gånger i filen / the reference is in the file twice'
    : `${error.message}${error.detail && !named.size ? ` (${error.detail})` : ''}`;
  return new ImportRefused([{ line: blamed?.line ?? 0, path: twice ? 'id' : (error.table ?? ''), reason }]);
}
