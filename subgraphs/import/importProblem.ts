/** What is wrong with one line of a file. */
export interface ImportProblem {
  /** Counted from 1. */
  readonly line: number;
  /** Where in the record, as `names.0.kind`; empty: the whole. */
  readonly path: string;
  readonly reason: string;
}

/** Most problems that are told at once; the rest of a file is not read after that many. */
export const mostProblems = 100;

/** A file that was refused whole. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(readonly problems: readonly ImportProblem[]) {
    const lines = problems.map(
      ({ line, path, reason }) => `rad/line ${line}${path === '' ? '' : ` ${path}`}: ${reason}`,
    );
    const more = problems.length >= mostProblems ? ['… läste inte vidare / read no further'] : [];
    super([...lines, ...more, 'Ingenting har skrivits. / Nothing was written.'].join('\n'));
  }
}
