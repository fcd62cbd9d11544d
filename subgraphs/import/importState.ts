import type { CheckedRecord } from './checkRecords';
import type { ImportProblems } from './importProblem';

/** Records looked up, and written, at a time; small enough for the progress to move. */
export const batch = 2_000;

/** What is known while a file is read. */
export interface ImportState {
  checked: number;
  unchanged: number;
  readonly problems: ImportProblems;
  /** Records given to the load and not yet written: the lines to blame when the database refuses. */
  underWay: CheckedRecord[];
}
