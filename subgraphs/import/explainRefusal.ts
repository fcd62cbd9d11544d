import { DatabaseError } from 'pg';
import type { ImportRules } from '../shared/importing/importRules';
import { ImportRefused } from './importProblem';
import type { ImportState } from './importState';

/**
 * Says which line a database's refusal is about: by the row that it counted, or else by the reference that it names.
 * Undefined when the error is no refusal of a record.
 */
export function explainRefusal(
  error: unknown,
  { underWay }: ImportState,
  { tables }: ImportRules<never>,
): ImportRefused | undefined {
  if (!(error instanceof DatabaseError) || !error.code?.startsWith('2')) return undefined;
  const text = `${error.detail ?? ''} ${error.where ?? ''}`;
  const named = new Set(text.match(/[0-9a-f]{32}/g) ?? []);
  const [, copied, row] = /^COPY (\w+), line (\d+)/.exec(error.where ?? '') ?? [];
  const table = tables.find((each) => each.table === copied);
  let left = Number(row);
  const blamed =
    (table && underWay.find(({ record }) => (left -= table.rows(record as never).length) <= 0)) ??
    underWay.findLast(({ record }) => named.has(record.id));
  const { line } = blamed ?? { line: 0 };
  const problem =
    error.constraint === 'child_pkey'
      ? ({
          line,
          code: 'IN_REGISTER',
          path: 'id',
          reason: 'barnet kom in i registret under tiden / the child came into the register meanwhile',
        } as const)
      : ({
          line,
          code: 'REFUSED_BY_REGISTER',
          path: error.table ?? '',
          reason: `${error.message}${error.detail && !named.size ? ` (${error.detail})` : ''}`,
        } as const);
  return new ImportRefused({ told: [problem], total: 1 });
}
