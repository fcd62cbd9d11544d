import { nameOf } from '../nameOf';
import { placingMunicipality } from '../placement';
import type { Rule } from '../rule';

/** R21.7: placed in or by another municipality. The one that placed the child keeps the responsibility. */
export const placedElsewhere: Rule<'municipality'> = {
  rule: 'PLACED_ELSEWHERE',
  reads: ['municipality'],
  decide({ municipality }) {
    const placing = placingMunicipality(municipality);
    if (placing === null || municipality.placementMunicipality === null) return null;
    const [by, where] = [nameOf(placing), nameOf(municipality.placementMunicipality)];
    return {
      authority: 'MUNICIPALITY',
      municipality: placing,
      basis: ['SOL_29_2'],
      explanation: {
        sv: `${by} har placerat barnet i ${where} och behåller ansvaret under placeringen.`,
        en: `${by} placed the child in ${where} and keeps the responsibility during the placement.`,
      },
    };
  },
};
