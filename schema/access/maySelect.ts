import type { Purpose, Role } from '../protocol/vocabulary';
import containersJson from './containers.json';
import { type FieldAccess, rowOfField } from './rowOfField';
import { mayEverSee } from './mayEverSee';
import { acceptsPurpose } from './acceptedPurposes';

/**
 * Whether the role could ever be shown the field under the purpose, and reach an object that has it.
 *
 * @param coordinate `Type.field`
 */
export function maySelect(coordinate: string, role: Role, purpose: Purpose): boolean {
  const field = rowOfField(coordinate);
  if (field === null || !isPossible(field, role, purpose)) return false;
  const ways = containers[coordinate.split('.')[0] ?? ''] ?? [];
  return ways.length === 0 || ways.some((way) => maySelect(way, role, purpose));
}

function isPossible(field: FieldAccess, role: Role, purpose: Purpose): boolean {
  switch (field.kind) {
    case 'OPEN':
    case 'PARENT':
      return true;
    case 'ROW':
      return field.rows.some((row) => mayEverSee(row, role, purpose, field.flag));
    case 'WRITE':
      return acceptsPurpose(role, purpose) && purpose !== 'STATISTICS' && field.roles.includes(role);
    case 'PERSON':
    case 'AGGREGATE':
    case 'LOG':
      return (
        acceptsPurpose(role, purpose) &&
        field.purposes.includes(purpose) &&
        (field.roles?.includes(role) ?? true)
      );
  }
}

/** The fields that give an object of a type; a type without an entry is a root or is reached from everywhere. */
const containers: Readonly<Record<string, readonly string[]>> = containersJson;
