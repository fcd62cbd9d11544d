import type { Grounds } from '../grounds';

/** Q: SoL 20:6 binds others to answer once the board has decided to investigate, until the investigation is closed. */
export function hasDecidedInvestigation(grounds: Pick<Grounds, 'investigation'>): boolean {
  return grounds.investigation;
}
