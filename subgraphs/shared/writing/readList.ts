import { badInput } from './badInput';

/** Reads a list that a person filled in. @throws BAD_USER_INPUT when it is too short or too long */
export function readList<T>(
  list: readonly T[] | null | undefined,
  field: string,
  { least = 0, most = 50 }: { least?: number; most?: number } = {},
): readonly T[] {
  const items = list ?? [];
  if (items.length >= least && items.length <= most) return items;
  throw badInput(field, {
    sv: `${field} ska ha ${least}–${most} poster; det har ${items.length}.`,
    en: `${field} must have ${least}–${most} entries; it has ${items.length}.`,
  });
}
