import containersJson from './containers.json';

/**
 * Whether a decision on these fields shows the field: it is one of them, stands inside one of them, or is the object
 * in which one of them stands (without `Child.placement` nobody can be shown `Placement.address`).
 */
export function coversField(decided: readonly string[], coordinate: string): boolean {
  return decided.some(
    (field) => field === coordinate || isInside(coordinate, field) || isInside(field, coordinate),
  );
}

/** The fields that give an object of the field's type; none for a root. */
export function waysTo(coordinate: string): readonly string[] {
  return containers[coordinate.split('.')[0] ?? ''] ?? [];
}

function isInside(inner: string, outer: string): boolean {
  return waysTo(inner).some((way) => way === outer || isInside(way, outer));
}

const containers: Readonly<Record<string, readonly string[]>> = containersJson;
