import type { Origin } from '../names/origins';
import { awayShare, awayShareByCounty, awayShareElsewhere, awayShareNational } from './rates';

const norrbotten = '25';

/**
 * How likely a child is to be away now, by sex, county and origin. Origins are scaled so that a county's share stays
 * what the plans say, however its children are mixed. It steers made-up data only: the real service never weighs a
 * child by citizenship.
 */
export function createAwayRisk(origins: readonly Origin[]) {
  const mean = meanOdds(origins, (origin) => origin.odds);
  const meanInNorrbotten = meanOdds(origins, (origin) => origin.oddsInNorrbotten ?? origin.odds);
  return (sex: 'FEMALE' | 'MALE', municipality: string, origin: Origin): number => {
    const county = municipality.slice(0, 2);
    const relative =
      county === norrbotten
        ? (origin.oddsInNorrbotten ?? origin.odds) / meanInNorrbotten
        : origin.odds / mean;
    const share = (awayShareByCounty[county] ?? awayShareElsewhere) / awayShareNational;
    return Math.min(0.9, awayShare[sex] * share * relative);
  };
}

export type AwayRisk = ReturnType<typeof createAwayRisk>;

function meanOdds(origins: readonly Origin[], odds: (origin: Origin) => number): number {
  const total = origins.reduce((sum, origin) => sum + origin.weight, 0);
  return origins.reduce((sum, origin) => sum + origin.weight * odds(origin), 0) / total;
}
