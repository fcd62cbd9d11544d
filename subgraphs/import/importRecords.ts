import { statSync } from 'node:fs';
import { Client } from 'pg';
import type { AgencySubgraph } from '../../schema/protocol/vocabulary';
import { loadGuardianship } from '../guardianship/subgraph';
import { loadMigration } from '../migration/subgraph';
import { loadMunicipality } from '../municipality/subgraph';
import { loadPolice } from '../police/subgraph';
import type { BulkLoadOptions } from '../shared/database/bulkLoad';
import { checkRecords, type CheckedRecord } from './checkRecords';
import { createValidator } from './createValidator';
import { explainRefusal } from './explainRefusal';
import { ImportRefused, mostProblems, type ImportProblem } from './importProblem';
import { findKnown, importedTable, prepareImported } from './importedTable';
import type { ImportOptions } from './readImportOptions';
import { readRecords } from './readRecords';

export interface ImportResult {
  readonly imported: number;
  /** Were imported before, with the same content. */
  readonly unchanged: number;
}

export interface ImportProgress {
  /** Told now and then: records checked, and how much of the file was read, 0 to 1. */
  readonly onProgress?: (records: number, part: number) => void;
  /** Giving up leaves the register as it was. */
  readonly signal?: AbortSignal;
}

/** Records looked up, and written, at a time; small enough for the progress to move. */
const batch = 2_000;

/**
 * Brings a file into an agency's register, all or nothing. A record that was imported before with the same content is
 * passed over, so that a file may be sent again. Memory does not grow with the file.
 *
 * @throws ImportRefused with each bad line; the signal's reason when given up
 */
export async function importRecords(
  url: string,
  options: ImportOptions,
  { onProgress, signal }: ImportProgress = {},
): Promise<ImportResult> {
  const size = Math.max(1, statSync(options.file).size);
  const register = new Client({ connectionString: url });
  await register.connect();
  const state: ImportState = { checked: 0, unchanged: 0, problems: [], underWay: [] };
  const { lines, bytesRead } = readRecords(options);
  const records = pickNew(
    checkRecords(lines, createValidator(options.agency, options.format), state),
    state,
    register,
    () => {
      signal?.throwIfAborted();
      onProgress?.(state.checked, bytesRead() / size);
    },
  );
  try {
    await prepareImported(register);
    const imported = await load(options, url, records, state, signal);
    return { imported, unchanged: state.unchanged };
  } finally {
    await register.end();
  }
}

/** What is known while a file is read. */
export interface ImportState {
  checked: number;
  unchanged: number;
  readonly problems: ImportProblem[];
  /** Records given to the load and not yet written: the lines to blame when the database refuses. */
  underWay: { readonly id: string; readonly line: number }[];
}

class DryRunDone extends Error {}

async function load(
  { agency, dryRun }: ImportOptions,
  url: string,
  records: AsyncGenerator<CheckedRecord['record']>,
  state: ImportState,
  signal: AbortSignal | undefined,
): Promise<number> {
  let written = 0;
  const options: BulkLoadOptions = {
    batch,
    besides: [importedTable],
    onProgress: (records) => {
      state.underWay = state.underWay.slice(records - written);
      written = records;
    },
    ...(signal && { signal }),
  };
  const all = async function* (): AsyncGenerator<CheckedRecord['record']> {
    yield* records;
    if (state.problems.length > 0) throw new ImportRefused(state.problems);
    if (dryRun) throw new DryRunDone();
  };
  try {
    return await loaders[agency](url, all() as never, options);
  } catch (error) {
    if (error instanceof DryRunDone) return state.checked - state.unchanged;
    throw explainRefusal(error, state) ?? error;
  }
}

const loaders: Readonly<Record<AgencySubgraph, typeof loadMigration | typeof loadPolice>> = {
  migration: loadMigration,
  municipality: loadMunicipality as never,
  police: loadPolice,
  guardianship: loadGuardianship as never,
};

/** Passes over what the register has from the same line of an earlier import, and blames what it has otherwise. */
async function* pickNew(
  checked: AsyncGenerator<CheckedRecord>,
  state: ImportState,
  register: Client,
  onBatch: () => void,
): AsyncGenerator<CheckedRecord['record']> {
  let waiting: CheckedRecord[] = [];
  const flush = async function* (): AsyncGenerator<CheckedRecord['record']> {
    onBatch();
    const known = await findKnown(
      register,
      waiting.map(({ record }) => record.id),
    );
    for (const { line, record, fingerprint } of waiting) {
      const before = known.get(record.id);
      if (before === fingerprint) state.unchanged += 1;
      else if (before !== undefined) blame(state, line, before);
      else if (state.problems.length === 0) {
        state.underWay.push({ id: record.id, line });
        yield record;
      }
    }
    waiting = [];
  };
  for await (const each of checked) {
    waiting.push(each);
    if (waiting.length === batch) yield* flush();
    if (state.problems.length >= mostProblems) break;
  }
  yield* flush();
}

function blame({ problems }: ImportState, line: number, before: string | null): void {
  const reason =
    before === null
      ? 'barnet finns redan i registret, inte ur en import / the child is in the register already, not from an import'
      : 'har lästs in förut med annat innehåll / was imported before with other content';
  if (problems.length < mostProblems) problems.push({ line, path: 'id', reason });
}
