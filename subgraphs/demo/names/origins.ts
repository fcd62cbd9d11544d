import afghan from './afghan.json';
import albanian from './albanian.json';
import eritrean from './eritrean.json';
import ethiopian from './ethiopian.json';
import iraqi from './iraqi.json';
import kurdish from './kurdish.json';
import moroccan from './moroccan.json';
import somali from './somali.json';
import syrian from './syrian.json';
import ukrainian from './ukrainian.json';
import vietnamese from './vietnamese.json';
import { readCulture, type NamingCulture } from './culture';

/** Where children come from, how they are named, and how often they are among those away. */
export interface Origin {
  /** ISO 3166-1 alpha-3; XXX stateless. */
  readonly citizenship: string;
  /** ISO 639, the first the mother tongue. */
  readonly languages: readonly string[];
  readonly culture: NamingCulture;
  /** Among all children. */
  readonly weight: number;
  /** How much oftener than others a child of this origin is away. */
  readonly odds: number;
  /** The same in Norrbotten, where it differs. */
  readonly oddsInNorrbotten?: number;
}

/*
 * Assumption, made so that the ranking of those away is the plans': Afghanistan, Morocco, Somalia in the county of
 * Stockholm (STH), Morocco before Afghanistan in Norrbotten (NB). The plans give no shares.
 */
export function readOrigins(): Origin[] {
  const [dari, arab] = [readCulture(afghan), readCulture(syrian)];
  const [kurd, maghreb] = [readCulture(kurdish), readCulture(moroccan)];
  return [
    { citizenship: 'AFG', languages: ['prs', 'ps'], culture: dari, weight: 34, odds: 1.2 },
    {
      citizenship: 'MAR',
      languages: ['ar', 'fr'],
      culture: maghreb,
      weight: 7,
      odds: 3,
      oddsInNorrbotten: 12,
    },
    { citizenship: 'SOM', languages: ['so'], culture: readCulture(somali), weight: 12, odds: 1.05 },
    { citizenship: 'SYR', languages: ['ar'], culture: arab, weight: 14, odds: 0.35 },
    { citizenship: 'ERI', languages: ['ti'], culture: readCulture(eritrean), weight: 10, odds: 0.5 },
    { citizenship: 'IRQ', languages: ['ar'], culture: readCulture(iraqi), weight: 6, odds: 0.6 },
    { citizenship: 'ETH', languages: ['am', 'om'], culture: readCulture(ethiopian), weight: 3, odds: 0.6 },
    { citizenship: 'UKR', languages: ['uk', 'ru'], culture: readCulture(ukrainian), weight: 3, odds: 0.2 },
    { citizenship: 'XXX', languages: ['ar'], culture: arab, weight: 3, odds: 0.6 },
    { citizenship: 'DZA', languages: ['ar', 'fr'], culture: maghreb, weight: 2, odds: 1.2 },
    { citizenship: 'IRQ', languages: ['ckb', 'ar'], culture: kurd, weight: 2, odds: 0.6 },
    { citizenship: 'TUR', languages: ['kmr', 'tr'], culture: kurd, weight: 1, odds: 0.6 },
    { citizenship: 'IRN', languages: ['fa'], culture: dari, weight: 1, odds: 0.6 },
    { citizenship: 'ALB', languages: ['sq'], culture: readCulture(albanian), weight: 1, odds: 0.6 },
    { citizenship: 'VNM', languages: ['vi'], culture: readCulture(vietnamese), weight: 1, odds: 0.8 },
  ];
}
