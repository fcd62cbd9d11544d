import type { Facts } from '../types';

/** R: the child is the asker's own case or ward. The only condition that also holds for adults and protected children. */
export function hasRelation(facts: Pick<Facts, 'related'>): boolean {
  return facts.related;
}
