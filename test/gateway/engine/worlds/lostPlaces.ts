import type { PlainResult } from '../testGraph';

/** Where errors left nothing. Two engines may find a null's cause at different fields of one lost object. */
export function lostPlaces({ data, errors }: PlainResult): string[] {
  const places = (errors ?? []).map(({ path = [] }) => {
    let value: unknown = data;
    for (const [depth, key] of path.entries()) {
      if (value === null || value === undefined) return path.slice(0, depth).join('.');
      value = (value as Record<string | number, unknown>)[key];
    }
    return path.join('.');
  });
  return [...new Set(places)].sort();
}
