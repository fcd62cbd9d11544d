import fields from '../../../schema/access/fields.json';
import matrix from '../../../schema/access/matrix.json';
import type { Situation } from './matrixWorld';

/*
 * What secrecy.md's table says, read a second time and independently of the evaluator: a cell's letters, and whether
 * what they ask for holds in a situation. A test that asked the evaluator itself would prove nothing.
 */

export interface Asking {
  readonly column: string;
  readonly purpose: string;
  readonly related: boolean;
  readonly identified: boolean;
}

type Row = (typeof matrix)[number];
const rowOf = new Map(matrix.map((row) => [row.id, row as Row & { directory?: boolean }]));
const entries = fields as Record<string, { row?: string | string[]; flag?: boolean } | undefined>;

/** Every field that the matrix judges by rows. */
export const judged: readonly string[] = Object.keys(entries).filter((field) => entries[field]?.row);

/** Whether the table opens a field to an asker about a child. */
export function isOpen(field: string, asking: Asking, situation: Situation): boolean {
  const entry = entries[field];
  return [entry?.row ?? []].flat().some((id) => {
    const opened = openRow(id, asking, situation);
    return opened === 'VALUE' || (opened === 'FLAG' && entry?.flag === true);
  });
}

/** The rules that may be named when the field is closed. */
export function secrecyOf(field: string): readonly string[] {
  return [entries[field]?.row ?? []].flat().map((id) => rowOf.get(id)!.secrecy);
}

/** Whether a row of the table is open: its value, yes or no alone, or not at all. */
export function openRow(id: string, asking: Asking, situation: Situation): 'VALUE' | 'FLAG' | null {
  const row = rowOf.get(id)!;
  const code = (row.cells as Record<string, string>)[asking.column]!.replace(/[¹²³⁴]/g, '');
  const flag = code === 'F' || code.startsWith('F ');
  const letters = code === 'F' ? ['R'] : code.replace(/^F /, '').split('/');
  const needsRelease =
    row.owner === 'MUNICIPALITY' && !row.directory && ['POf', 'POi', 'POb', 'MIG'].includes(asking.column);
  if (needsRelease && !situation.released) return null;
  const opened = letters.some((letter) => holds(letter, asking, situation, row.directory === true));
  return opened ? (flag ? 'FLAG' : 'VALUE') : null;
}

function holds(letter: string, asking: Asking, situation: Situation, directory: boolean): boolean {
  const { related, identified, purpose, column } = asking;
  const hidden = situation.protectedIdentity;
  const known = (identified || related) && !situation.adult && !hidden;
  const finding = purpose === 'IDENTIFICATION' || purpose === 'PROTECTION';
  switch (letter) {
    case 'Y':
      return related || (!hidden && (directory || ['MIG', 'POf', 'POi'].includes(column)));
    case 'R':
      return related;
    case 'I':
      return finding && known;
    case 'I*':
      return finding && known && situation.found;
    case 'P':
      return purpose === 'PROTECTION' && known && (situation.away || situation.found);
    case 'Q':
      return situation.investigated && column === 'SWr';
    case 'H':
      return situation.investigated && !hidden;
    default: // N, W, G, and what needs a decision that nobody has taken here: B, C, K
      return false;
  }
}
