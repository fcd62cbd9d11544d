import { allMunicipalities } from '../../shared/reference/municipality';
import weights from './municipalityWeights.json';
import { weighted, type Draw } from './weighted';

const larger: Readonly<Record<string, number>> = weights.larger;

/** Draws the code of one of Sweden's 290 municipalities, the populous ones more often. */
export function createMunicipalityDraw(): Draw<string> {
  return weighted(allMunicipalities().map(({ code }) => [code, larger[code] ?? weights.others] as const));
}
