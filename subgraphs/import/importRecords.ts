import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { Client } from 'pg';
import { definitions } from '../definitions';
import { bulkLoad } from '../shared/database/bulkLoad';
import type { ImportRules } from '../shared/importing/importRules';
import { checkRecords, type CheckedRecord, type ImportedRecord } from './checkRecords';
import { createValidator } from './createValidator';
import { explainRefusal } from './explainRefusal';
import { openDesk, type ImportDesk } from './importDesk';
import { createImportedTable, createOutboxTable } from './importedTables';
import { ImportProblems, ImportRefused, type ImportProblem } from './importProblem';
import { createColumnCheck } from './importSchemas';
import { batch, type ImportState } from './importState';
import { noteRun } from './noteRun';
import type { ImportOptions } from './readImportOptions';
import { readRecords } from './readRecords';
import { sortRecords } from './sortRecords';
import { updateChanged } from './update/updateChanged';

export interface ImportResult {
  /** Children that are new. */
  readonly imported: number;
  readonly changed: number;
  /** Are in the register as the file has them. */
  readonly unchanged: number;
  /** Came with an earlier import and are not in the file; they stay. */
  readonly absent: number;
}

export interface ImportProgress {
  /** Told now and then: records checked, and how much of the file was read, 0 to 1. */
  readonly onProgress?: (records: number, part: number) => void;
  /** Told of each conflict that was decided as the caller wants. */
  readonly onDecided?: (conflict: ImportProblem) => void;
  /** Giving up leaves the register as it was. */
  readonly signal?: AbortSignal;
}

/**
 * Brings a file into an agency's register, all or nothing. A record that is there with the same content is passed
 * over, so that a file may be sent again; one with other content is refused, or with `update` brought together with
 * what the register has. Memory does not grow with the file.
 *
 * @throws ImportRefused with the bad lines; the signal's reason when given up
 */
export async function importRecords(
  url: string,
  options: ImportOptions,
  { onProgress, onDecided = () => undefined, signal }: ImportProgress = {},
): Promise<ImportResult> {
  const size = Math.max(1, statSync(options.file).size);
  const register = new Client({ connectionString: url });
  // A server that goes away fails the statement under way; unheard, the event would end the process as well.
  register.on('error', () => undefined);
  await register.connect();
  try {
    const state: ImportState = { checked: 0, unchanged: 0, problems: new ImportProblems(), underWay: [] };
    const file = readRecords(options, createColumnCheck(options.agency));
    const checked = checkRecords(file.records, createValidator(options.agency, options.format), state);
    const onBatch = (): void => {
      signal?.throwIfAborted();
      onProgress?.(state.checked, Math.min(1, file.bytesRead() / size));
    };
    const desk = await openDesk(register);
    const records = sortRecords(checked, state, desk, options.update, onBatch);
    return await load(
      { url, options, state, desk, onBatch, onDecided, sha256: file.sha256, signal },
      records,
    );
  } finally {
    await register.end();
  }
}

interface Load {
  readonly url: string;
  readonly options: ImportOptions;
  readonly state: ImportState;
  readonly desk: ImportDesk;
  readonly onBatch: () => void;
  readonly onDecided: (conflict: ImportProblem) => void;
  readonly sha256: () => string;
  readonly signal: AbortSignal | undefined;
}

/** Undoes what a dry run has tried. */
class DryRunDone extends Error {}

async function load(parts: Load, checked: AsyncGenerator<CheckedRecord>): Promise<ImportResult> {
  const { url, options, state, signal } = parts;
  const rules = definitions[options.agency].importing!;
  const now = new Date();
  let written = 0;
  let result: ImportResult | undefined = undefined;
  const given = new WeakMap<ImportedRecord, CheckedRecord>();
  const records = async function* (): AsyncGenerator<ImportedRecord> {
    for await (const each of checked) {
      given.set(each.record, each);
      yield each.record;
    }
  };
  const imported = createImportedTable((record) => given.get(record)!);
  try {
    await bulkLoad(url, rules.tables, records() as AsyncIterable<never>, {
      batch,
      besides: options.update ? [imported, createOutboxTable(rules, now)] : [imported],
      onProgress: (count) => {
        state.underWay = state.underWay.slice(count - written);
        written = count;
      },
      finish: async (client) => {
        result = await finish(client, rules, written, now, parts);
        signal?.throwIfAborted();
        if (options.dryRun) throw new DryRunDone();
      },
      ...(signal && { signal }),
    });
  } catch (error) {
    if (!(error instanceof DryRunDone)) throw explainRefusal(error, state, rules) ?? error;
  }
  return result!;
}

async function finish(
  client: Client,
  rules: ImportRules<never>,
  imported: number,
  now: Date,
  { options, state, desk, onBatch, onDecided, sha256 }: Load,
): Promise<ImportResult> {
  const { problems } = state;
  const { onConflict } = options;
  const parts = { client, rules, now, onConflict, problems, onDecided, onBatch };
  const changed = await updateChanged(desk.laidAside(), parts);
  if (problems.total > 0) throw new ImportRefused(problems);
  const unchanged = state.checked - imported - changed;
  const counts = { imported, changed, unchanged, absent: await desk.countAbsent() };
  const file = basename(options.file);
  await noteRun(client, { at: now, by: options.by, file, sha256: sha256(), counts });
  return counts;
}
