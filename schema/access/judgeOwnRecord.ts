import type { Text } from '../protocol/text';
import { findBasis } from './legalBases';
import judgementsJson from './ownRecords.json';
import titles from './ownRecordTitles.json';
import { readCell } from './readCell';
import { findRow } from './rows';

/** Whether a child is shown a column of its own records that no field of the graph, and so no row, judges. */
export interface OwnRecord {
  readonly shown: boolean;
  /** The rule that closes it; null: it is shown. */
  readonly secrecy: string | null;
  /** A field that says the same, `Type.field`; null: there is none. */
  readonly field: string | null;
  /** Null: it is called what the field is called. */
  readonly label: Text | null;
}

/** @returns null when nobody has judged the column, which closes it */
export function judgeOwnRecord(table: string, column: string): OwnRecord | null {
  return records.get(`${table}.${column}`) ?? null;
}

/** The columns of a table that are judged here. */
export function judgedColumns(table: string): string[] {
  return [...records.keys()]
    .filter((name) => name.startsWith(`${table}.`))
    .map((name) => name.slice(table.length + 1));
}

/** What a table is called that no type of the graph is; null: what the type is called. */
export function ownTableTitle(table: string): Text | null {
  return (titles as Readonly<Record<string, Text>>)[table] ?? null;
}

interface Judgement {
  /** Shown as the row is to a guardian of the own ward, who stands in the child's place. */
  readonly row?: string;
  readonly shown?: true;
  readonly secrecy?: string;
  readonly field?: string;
  readonly label?: Text;
}

const judgements = judgementsJson as Readonly<Record<string, Judgement>>;
const records = new Map(Object.entries(judgements).map(([name, judgement]) => [name, judge(judgement)]));

function judge(judgement: Judgement): OwnRecord {
  const { row, shown, secrecy } = judgement;
  const [field, label] = [judgement.field ?? null, judgement.label ?? null];
  if (row !== undefined) {
    const { cells, secrecy: rule } = findRow(row);
    const { allow, flagOnly } = readCell(cells.GM);
    const open = allow && !flagOnly;
    return { shown: open, secrecy: open ? null : rule, field, label };
  }
  if (shown) return { shown, secrecy: null, field, label };
  if (secrecy === undefined) throw new Error('ownRecords.json: a column is shown, or a rule closes it.');
  return { shown: false, secrecy: findBasis(secrecy).code, field, label };
}
