import { DatabaseError, type ClientBase } from 'pg';
import type { ImportRules } from '../../shared/importing/importRules';
import type { CheckedRecord } from '../checkRecords';
import type { ImportProblem, ImportProblems } from '../importProblem';
import { findHeld } from './findHeld';
import { mergeChild } from './mergeChild';
import type { OnConflict } from './mergeRow';
import { readTables, type RegisterTable } from './registerTable';
import { writeMerged, type MergedRecord } from './writeMerged';

interface UpdateParts {
  readonly client: ClientBase;
  readonly rules: ImportRules<never>;
  readonly now: Date;
  readonly onConflict: OnConflict;
  readonly problems: ImportProblems;
  /** Told of each conflict that was decided as the caller wants. */
  readonly onDecided: (conflict: ImportProblem) => void;
  readonly onBatch: () => void;
}

/**
 * Brings records together with what the register has, in the caller's transaction. Records that cannot be are noted as
 * problems; from then on nothing more is written, and all is still looked at.
 *
 * @returns how many children were changed; the others differ in nothing that the register takes from the file
 */
export async function updateChanged(
  batches: AsyncIterable<CheckedRecord[]>,
  parts: UpdateParts,
): Promise<number> {
  const { client, rules, problems, onConflict } = parts;
  const tables = await readTables(client, rules);
  let changed = 0;
  for await (const batch of batches) {
    parts.onBatch();
    const held = await findHeld(
      client,
      tables,
      batch.map(({ record }) => record.id),
    );
    const merged = batch.map((each) => ({
      ...each,
      merged: mergeChild(rules, tables, each.record, held(each.record.id), onConflict),
    }));
    merged.forEach((each) => tellConflicts(each, parts));
    await refuseLeanedOn(merged, parts);
    if (problems.total === 0) await writeOrBlame(tables, merged, parts);
    changed += merged.filter((each) => each.merged.changes.length > 0).length;
  }
  return changed;
}

function tellConflicts(
  { line, merged }: MergedRecord,
  { onConflict, problems, onDecided }: Pick<UpdateParts, 'onConflict' | 'problems' | 'onDecided'>,
): void {
  for (const path of merged.conflicts) {
    const reason =
      'navet och filen säger olika, och båda har ändrats / the hub and the file differ, and both have changed';
    const problem = { line, code: 'CONFLICT', path, reason } as const;
    if (onConflict === 'refuse') problems.add(problem);
    else onDecided(problem);
  }
}

/** A row goes only when nothing that was written through the hub goes with it. */
async function refuseLeanedOn(
  records: readonly MergedRecord[],
  { client, rules, problems }: UpdateParts,
): Promise<void> {
  for (const [table, leaning] of Object.entries(rules.leanedOn ?? {})) {
    const going = records.flatMap(({ line, merged }) =>
      merged.changes.flatMap((change) =>
        change.table === table && change.after === null ? [{ line, row: change.before! }] : [],
      ),
    );
    if (going.length === 0) continue;
    const key = rules.keys[table]![0]!;
    for (const place of leaning) {
      const [other, column] = place.split('.') as [string, string];
      const { rows } = await client.query<{ id: string }>(
        `SELECT DISTINCT ${column} AS id FROM ${other} WHERE ${column} = ANY($1::text[])`,
        [going.map(({ row }) => row[key])],
      );
      const kept = new Set(rows.map(({ id }) => id));
      for (const { line } of going.filter(({ row }) => kept.has(String(row[key])))) {
        const reason = `saknas i filen, men ${other} hör till den / not in the file, but ${other} belongs to it`;
        problems.add({ line, code: 'CONFLICT', path: table, reason });
      }
    }
  }
}

/** Where the register refuses a batch, record after record is tried, to say which. */
async function writeOrBlame(
  tables: readonly RegisterTable[],
  records: readonly MergedRecord[],
  parts: UpdateParts,
): Promise<void> {
  const { client, rules, now, problems } = parts;
  await client.query('SAVEPOINT batch');
  try {
    await writeMerged(client, rules, tables, records, now);
    await client.query('RELEASE SAVEPOINT batch');
  } catch (error) {
    if (!(error instanceof DatabaseError) || !error.code?.startsWith('2')) throw error;
    await client.query('ROLLBACK TO SAVEPOINT batch');
    if (records.length > 1) for (const record of records) await writeOrBlame(tables, [record], parts);
    else {
      const path = [error.table, error.column].filter(Boolean).join('.');
      problems.add({ line: records[0]!.line, code: 'REFUSED_BY_REGISTER', path, reason: error.message });
    }
  }
}
