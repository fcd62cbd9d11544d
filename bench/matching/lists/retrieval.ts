import { createNameIndex } from '../../../subgraphs/shared/matching/retrieve/createNameIndex';
import type { Measure } from '../measure';
import { readPlainList } from './readList';

/** Finds the Latin form of each Arabic word among all Latin forms of the list. */
export function measureRetrieval(): Measure[] {
  const rows = readPlainList('ar2en.tsv');
  if (!rows) return [];
  const index = createNameIndex();
  for (const latin of new Set(rows.map(([, form]) => form!))) index.add(latin);
  const places = rows.map(([arabic, latin]) =>
    index.find(arabic!, 10).findIndex(({ name }) => name === latin),
  );
  const within = (top: number): string =>
    (places.filter((at) => at >= 0 && at < top).length / rows.length).toFixed(3);
  return [
    { measure: `ar2en, ${rows.length} words: R@1`, reference: '–', goal: '0.85', got: within(1) },
    { measure: `ar2en, ${rows.length} words: R@10`, reference: '–', goal: '0.95', got: within(10) },
  ];
}
