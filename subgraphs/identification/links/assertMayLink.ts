import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { attest } from '../agencies/attest';
import { isGranted, mayBeTold } from '../agencies/mayBeTold';
import { undecided } from '../agencies/undecided';

/**
 * An officer may say of two references that they are one child, or are not, who works with one of them and may be
 * told of the other: it is the officer's own case too, or was identified in it.
 *
 * @throws NOT_FOUND alike for a child nobody knows and one of whom the officer may not know, AGENCY_UNAVAILABLE
 */
export async function assertMayLink(context: SubgraphContext, pair: readonly string[]): Promise<void> {
  const attested = await Promise.all(pair.map((child) => attest(context, child)));
  const told = attested.every((each) => mayBeTold(context, each) || isGranted(context, each));
  if (told && attested.some(({ related }) => related)) return;
  const unavailable = [...new Set(attested.flatMap((each) => each.unavailable))];
  if (unavailable.length > 0) {
    throw undecided({ sv: 'Om barnet är ditt', en: 'Whether the child is yours' }, unavailable);
  }
  throw hubError('NOT_FOUND', {
    sv: 'Du arbetar inte med ett barn med den referensen, eller har inte identifierat det andra i ditt ärende.',
    en: 'You work with no child of that reference, or have not identified the other in your case.',
  });
}
