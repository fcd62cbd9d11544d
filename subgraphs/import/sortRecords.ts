import type { CheckedRecord } from './checkRecords';
import type { ImportDesk, KnownChild } from './importDesk';
import type { ImportProblem } from './importProblem';
import { batch, type ImportState } from './importState';

/**
 * Gives on the records of children who are new, passes over what the register has already, and lays aside what would
 * change something there; without `update` that is a problem.
 */
export async function* sortRecords(
  checked: AsyncIterable<CheckedRecord>,
  state: ImportState,
  desk: ImportDesk,
  update: boolean,
  onBatch: () => void,
): AsyncGenerator<CheckedRecord> {
  let waiting: CheckedRecord[] = [];
  const flush = async function* (): AsyncGenerator<CheckedRecord> {
    onBatch();
    const repeated = await desk.findRepeated(waiting);
    const known = await desk.findKnown(waiting.map(({ record }) => record.id));
    const aside: CheckedRecord[] = [];
    for (const each of waiting) {
      const before = known.get(each.record.id);
      const problem = findProblem(each, repeated.get(each), before, update);
      if (problem) state.problems.add(problem);
      else if (before && before.fingerprint !== each.fingerprint) aside.push(each);
      else if (before) state.unchanged += 1;
      else if (state.problems.total === 0) {
        state.underWay.push(each);
        yield each;
      }
    }
    await desk.layAside(aside);
    waiting = [];
  };
  for await (const each of checked) {
    waiting.push(each);
    if (waiting.length === batch) yield* flush();
  }
  yield* flush();
}

function findProblem(
  { line, record: { updatedAt }, fingerprint }: CheckedRecord,
  first: number | undefined,
  known: KnownChild | undefined,
  update: boolean,
): ImportProblem | undefined {
  if (first !== undefined)
    return {
      line,
      code: 'TWICE_IN_FILE',
      path: 'id',
      reason: `står på rad ${first} / stands on line ${first}`,
    };
  if (!known || known.fingerprint === fingerprint) return undefined;
  if (!update && known.fingerprint === null)
    return {
      line,
      code: 'IN_REGISTER',
      path: 'id',
      reason:
        'barnet finns redan i registret, inte ur en import / the child is in the register already, not from an import',
    };
  if (!update)
    return {
      line,
      code: 'CHANGED',
      path: 'id',
      reason: 'har lästs in förut med annat innehåll / was imported before with other content',
    };
  if (!updatedAt || !known.updatedAt || new Date(updatedAt) >= known.updatedAt) return undefined;
  const then = known.updatedAt.toISOString();
  return { line, code: 'OLDER', path: 'updatedAt', reason: `registret har / the register has ${then}` };
}
