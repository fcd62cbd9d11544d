import { definitions } from '../../../subgraphs/definitions';
import { ownRecords } from '../../../subgraphs/identification/subgraph';
import type { RetentionRule } from '../../../subgraphs/shared/retention/rule';
import { isAgency, subgraphOf, type Place } from '../places';
import { columnsOf, ownColumnsOf, type ColumnDecision } from './columnsOf';

/** What a place keeps of a child beside its log, and which of it the child may be shown. */
export interface Holding {
  readonly tables: readonly HeldTable[];
  readonly retention: readonly RetentionRule[];
}

export interface HeldTable {
  readonly table: string;
  /** What follows FROM, with the row as `r` and the child as `$1`. */
  readonly from: string;
  readonly columns: readonly ColumnDecision[];
}

export function holdingOf(place: Place): Holding {
  const { columns: register = {}, retention } = definitions[subgraphOf(place)];
  const tables = isAgency(place)
    ? Object.keys(register).map((table) => ({
        table,
        from: `${table} r WHERE r.${table === 'child' ? 'id' : 'child_id'} = $1`,
        columns: columnsOf(register, table),
      }))
    : Object.entries(ownRecords).map(([table, from]) => ({ table, from, columns: ownColumnsOf(table) }));
  return { tables, retention };
}
