import type { Purpose } from '../../protocol/vocabulary';
import type { Facts } from '../types';

/** P: protecting an identified minor who is away, or who has been found. Idle curiosity has neither event to point to. */
export function servesProtection(
  purpose: Purpose,
  facts: Pick<Facts, 'identified' | 'related' | 'adult' | 'absconding' | 'found'>,
): boolean {
  return (
    purpose === 'PROTECTION' &&
    (facts.absconding || facts.found) &&
    (facts.identified || facts.related) &&
    facts.adult !== true
  );
}
