import type { Cell, Condition } from './types';

/**
 * Parses a cell of the matrix: codes joined by a blank or `/`, any of which opens it, for example `F R/Q`, `I*`, `Y/W`.
 * `F` makes the whole cell yes-or-no, except in `R/F`, where a relation opens the value; an `F` alone asks for a
 * relation. `F³` is the yes-or-no that the law owes to whoever reported a concern. Other raised digits are footnotes.
 *
 * @throws if a code is not of the legend: an unknown code must never be taken for a permission.
 */
export function readCell(code: string): Cell {
  let cell = parsed.get(code);
  if (!cell) {
    cell = parse(code);
    parsed.set(code, cell);
  }
  return cell;
}

const parsed = new Map<string, Cell>();

function parse(code: string): Cell {
  const marks = code.replace(/[¹²⁴]/g, '').split(/[ /]/);
  const unknown = marks.find((mark) => !Object.hasOwn(meanings, mark.replace('*', '')));
  if (unknown !== undefined) {
    throw new Error(`The access matrix has no code "${unknown}" (cell "${code}"): use one of its legend.`);
  }
  const meant = marks.map((mark) => meanings[mark.replace('*', '')]);
  const conditions = meant.filter((meaning): meaning is Condition => meaning != null);
  const flag = marks.some((mark) => mark.startsWith('F'));
  const alternatives = flag && conditions.length === 0 ? (['R'] as const) : conditions;
  const own = marks.includes('Y');
  const allow = own || alternatives.length > 0;
  return {
    allow,
    own,
    alternatives,
    flagOnly: flag && !code.endsWith('/F'),
    writeOnly: !allow && marks.includes('W'),
    aggregateOnly: !allow && marks.includes('G'),
    strictFound: code.includes('*'),
  };
}

/** Each code's condition; null for those that are none. */
const meanings: Readonly<Record<string, Condition | null>> = {
  N: null,
  Y: null,
  F: null,
  G: null,
  W: null,
  R: 'R',
  I: 'I',
  P: 'P',
  Q: 'Q',
  H: 'H',
  K: 'K',
  C: 'C',
  B: 'B',
  'F³': 'REPORTER',
};
