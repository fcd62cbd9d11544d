import type { Text } from '../../../schema/protocol/text';

/** How long a kind of record is kept and on which ground: data that lawyers can change without a change of code. */
export interface KeepingPeriod {
  /** Calendar time in Sweden; null: kept for good, as the law wants it. */
  readonly period: CalendarPeriod | null;
  /** The rule of law, as a code. */
  readonly basis: string;
  /**
   * SEEN in consolidated law, LIKELY but for lawyers to clear, or UNKNOWN: then the period is a proposal, what is older
   * is counted, and nothing is erased.
   */
  readonly certainty: 'SEEN' | 'LIKELY' | 'UNKNOWN';
  /** Where the reading of the law stands, e.g. R37. */
  readonly source: string;
  readonly what: Text;
  readonly reason: Text;
}

export interface CalendarPeriod {
  readonly years?: number;
  readonly days?: number;
}

/**
 * The records that a period is about, in SQL over the row as `r`. `:lastNote` stands for the latest moment that is noted
 * anywhere in the register about the child that `r` is.
 */
export interface KeptRecords {
  readonly table: string;
  /** The moment at which the period begins; NULL: it has not begun. */
  readonly since: string;
  /** Which rows the period is about. @default all */
  readonly where?: string;
  /** The children that a row is about, text[]; a legal hold on one of them keeps the row. @default nobody */
  readonly children?: string;
  /** The case numbers that a row is about, text[]; a legal hold on one of them keeps the row. @default none */
  readonly cases?: string;
  /** What goes with the rows, before them: statements over the rows as `expired (ctid)`. */
  readonly besides?: readonly string[];
  /** The row stays and loses what leads to a person: what follows SET. @default the row goes */
  readonly unlink?: string;
}

export interface RetentionRule extends KeepingPeriod, KeptRecords {
  /** Unique in its database, e.g. `attempt`. */
  readonly name: string;
}

/** The rules of a database: each period with the records that it is about. */
export function createRules<Name extends string>(
  periods: Readonly<Record<Name, object>>,
  records: Readonly<Record<Name, KeptRecords>>,
): RetentionRule[] {
  return (Object.keys(periods) as Name[]).map((name) => ({
    ...(periods[name] as KeepingPeriod),
    ...records[name],
    name,
  }));
}
