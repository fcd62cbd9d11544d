import type { Purpose } from '../../protocol/vocabulary';
import type { Facts } from '../types';

/**
 * I: somebody who has met the child, and whose own search gave exactly this child, learns who it is and whom to call.
 * Ends on the 18th birthday, with the ground for it (OSL 26:9). Border police (`strictFound`) must have registered the
 * meeting as well, since control of aliens is another purpose.
 */
export function servesIdentification(
  purpose: Purpose,
  facts: Pick<Facts, 'identified' | 'related' | 'adult' | 'found'>,
  strictFound: boolean,
): boolean {
  return (
    (purpose === 'IDENTIFICATION' || purpose === 'PROTECTION') &&
    (facts.identified || facts.related) &&
    facts.adult !== true &&
    (!strictFound || facts.found)
  );
}
