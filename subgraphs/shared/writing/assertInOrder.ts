import { badInput } from './badInput';

/** Something that happened, and where the input says so. Left out, it did not happen or is not known. */
export interface Moment {
  /** Path in the input, or the name of a stored field. */
  readonly field: string;
  readonly at: Date | null;
}

/**
 * What happened cannot have happened after now, nor before what came first.
 *
 * @param moments in the order in which they must have happened; two at the same instant are in order
 * @throws BAD_USER_INPUT with the path of the first that is out of order
 */
export function assertInOrder(now: Date, moments: readonly Moment[]): void {
  let earlier: Moment | null = null;
  for (const moment of moments) {
    const { field, at } = moment;
    if (at === null) continue;
    if (at > now) throw inFuture(field, at, now);
    if (earlier?.at && at < earlier.at) throw outOfOrder(field, at, earlier.field, earlier.at);
    earlier = moment;
  }
}

function inFuture(field: string, at: Date, now: Date): Error {
  return badInput(field, {
    sv: `${field} ligger framåt i tiden: ${at.toISOString()}, och klockan är ${now.toISOString()}. Ange när det hände.`,
    en: `${field} lies in the future: ${at.toISOString()}, and it is ${now.toISOString()}. Give the time at which it happened.`,
  });
}

function outOfOrder(field: string, at: Date, earlier: string, earlierAt: Date): Error {
  return badInput(field, {
    sv: `${field} (${at.toISOString()}) kan inte vara före ${earlier} (${earlierAt.toISOString()}).`,
    en: `${field} (${at.toISOString()}) cannot be before ${earlier} (${earlierAt.toISOString()}).`,
  });
}
