import type { Agency } from '../protocol/vocabulary';
import containersJson from './containers.json';
import { coordinates, rowOfField } from './rowOfField';

/**
 * The agencies whose facts the field shows; none for a field about no person. A field seen with its object belongs to
 * whoever owns that.
 *
 * @param coordinate `Type.field`
 */
export function ownersOfField(coordinate: string): Agency[] {
  const field = rowOfField(coordinate);
  if (field?.kind === 'ROW') return [...new Set(field.rows.map(({ owner }) => owner))];
  if (field?.kind !== 'PARENT') return [];
  const ways = containers[coordinate.split('.')[0] ?? ''] ?? [];
  return [...new Set(ways.flatMap(ownersOfField))];
}

/** The coordinates of what the agency owns. */
export function fieldsOwnedBy(agency: Agency): string[] {
  return coordinates.filter((coordinate) => ownersOfField(coordinate).includes(agency));
}

const containers: Readonly<Record<string, readonly string[]>> = containersJson;
