import type { MunicipalityFacts } from '../facts';

/** The municipality that placed the child in another one and still has the case, or null (SoL 29:2). */
export function placingMunicipality(facts: MunicipalityFacts): string | null {
  if (facts.placementMunicipality === null || facts.caseStatus === 'CLOSED') return null;
  const placing = facts.placedBy ?? facts.caseMunicipality;
  return placing === facts.placementMunicipality ? null : placing;
}
