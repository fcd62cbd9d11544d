/** Longest rest between two tries, in milliseconds. */
const longest = 300_000;

/**
 * How long to rest after failures in a row, in milliseconds: twice as long each time, and somewhere in the upper half
 * of it, so that endpoints that fell together do not all come back at once.
 *
 * @param random from 0 to 1
 */
export function backOff(failures: number, random: number, first = 1_000): number {
  const most = Math.min(longest, first * 2 ** Math.min(20, failures));
  return most / 2 + (most / 2) * random;
}
