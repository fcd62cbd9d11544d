import { factRows } from '../access/factRows';
import type { SubgraphContext } from '../context';
import type { ChildRow } from './rowLoader';

/**
 * An agency's facts for the hub about a loaded child. "Not registered" is an answer of its own; null means that the
 * asker may not have anything computed from them, and is judged here again, after the loader. The duty clock is no
 * asker.
 */
export function readFacts<Facts>(
  field: string,
  child: ChildRow,
  context: SubgraphContext,
  notRegistered: Facts,
): Facts | null {
  if (!context.duty && context.decisions.allowed([child.id], factRows).length === 0) return null;
  return (child[field] as Facts | null | undefined) ?? notRegistered;
}
