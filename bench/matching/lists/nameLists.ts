import { compareNames } from '../../../subgraphs/shared/matching';
import type { Measure } from '../measure';
import { readList } from './readList';

/** Spellings of one name that are recognised, by language, and look-alikes that are kept apart. */
export function measureNameLists(): Measure[] {
  return [...variantMeasures(), ...lookAlikeMeasures(), ...personMeasures()];
}

function variantMeasures(): Measure[] {
  const groups = readList('name-variants.tsv');
  if (!groups) return [];
  const column = Object.keys(groups[0]!).find((name) => name.startsWith('forms'))!;
  const tally = new Map<string, { same: Share; cross: Share }>();
  for (const group of groups) {
    const forms = group[column]!.split('|');
    const counts = tally.get(group['lang']!) ?? { same: emptyShare(), cross: emptyShare() };
    tally.set(group['lang']!, counts);
    forms.forEach((one, at) =>
      forms.slice(at + 1).forEach((other) => {
        const share = isLatin(one) === isLatin(other) ? counts.same : counts.cross;
        count(share, compareNames(one, other).level !== 'DIFFERENT');
      }),
    );
  }
  return [...tally].sort().flatMap(([language, { same, cross }]) => [
    { measure: `variants ${language}, same script: recall`, reference: '–', goal: '0.95', got: toText(same) },
    {
      measure: `variants ${language}, cross script: recall`,
      reference: '–',
      goal: '0.90',
      got: toText(cross),
    },
  ]);
}

function lookAlikeMeasures(): Measure[] {
  const pairs = readList('hard-negatives.tsv');
  if (!pairs) return [];
  const wrong = emptyShare();
  for (const pair of pairs) count(wrong, compareNames(pair['a']!, pair['b']!).level !== 'DIFFERENT');
  return [
    {
      measure: 'look-alikes taken for one name',
      reference: '–',
      goal: '0',
      got: `${wrong.hits} of ${wrong.of}`,
    },
  ];
}

function personMeasures(): Measure[] {
  const pairs = readList('name-bench.csv')?.filter((pair) => pair['schema'] === 'Person');
  if (!pairs) return [];
  const [hit, miss, wrong] = [0, 0, 0].map(() => ({ count: 0 }));
  for (const pair of pairs) {
    const found = compareNames(pair['name1']!, pair['name2']!).level !== 'DIFFERENT';
    const same = pair['is_match'] === 'true';
    if (found && same) hit!.count += 1;
    else if (same) miss!.count += 1;
    else if (found) wrong!.count += 1;
  }
  const f1 = (2 * hit!.count) / (2 * hit!.count + miss!.count + wrong!.count);
  return [
    {
      measure: `nomenklatura person names, ${pairs.length} pairs: F1`,
      reference: '–',
      goal: '0.85',
      got: f1.toFixed(3),
    },
  ];
}

interface Share {
  hits: number;
  of: number;
}

function emptyShare(): Share {
  return { hits: 0, of: 0 };
}

function count(share: Share, hit: boolean): void {
  share.of += 1;
  if (hit) share.hits += 1;
}

function toText({ hits, of }: Share): string {
  return of === 0 ? '–' : `${(hits / of).toFixed(3)} (${hits}/${of})`;
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
