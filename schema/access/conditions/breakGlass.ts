import type { Grounds } from '../grounds';

/** How long a broken glass stays open, in minutes; a second person reviews it afterwards. */
export const openMinutes = 60;

/** B: the asker has broken the glass for this row of this child, and the hour has not passed. */
export function isGlassBroken(
  { brokenGlasses }: Pick<Grounds, 'brokenGlasses'>,
  rowId: string,
  now: Date,
): boolean {
  return brokenGlasses.some(({ rows, openedAt }) => {
    const minutes = (now.getTime() - openedAt.getTime()) / 60_000;
    return rows.includes(rowId) && minutes >= 0 && minutes < openMinutes;
  });
}
