import { waysTo } from '../../../../schema/access/coversField';
import { rowOfField } from '../../../../schema/access/rowOfField';
import type { RegisterColumns } from './registerColumns';

/**
 * The fields of a register that are open and within reach: a field of an object that no open field gives, such as the
 * unit of a case nobody may know of, is not.
 */
export function fieldsWithin(
  register: RegisterColumns,
  isOpen: (coordinate: string) => boolean,
): Set<string> {
  const isReached = (coordinate: string): boolean =>
    coordinate.startsWith('Child.') || waysTo(coordinate).some((way) => isRead(way) && isWithin(way));
  const isWithin = (coordinate: string): boolean => isOpen(coordinate) && isReached(coordinate);
  const all = Object.values(register).flatMap(({ fields = {} }) => Object.keys(fields));
  return new Set(all.filter(isWithin));
}

/** What a mutation gives is judged where it writes. */
function isRead(coordinate: string): boolean {
  return rowOfField(coordinate)?.kind === 'ROW';
}
