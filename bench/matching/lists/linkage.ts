import { linkRecords } from '../../../subgraphs/shared/matching/link/linkRecords';
import { readDate } from '../../../subgraphs/shared/matching/cli/readDate';
import type { Measure } from '../measure';
import { readList } from './readList';

/** Duplicates in FEBRL 3 by names and date alone, at the threshold that holds for every file. */
export function measureLinkage(): Measure[] {
  const rows = readList('febrl3.csv');
  if (!rows) return [];
  const inputs = rows.map((row) => ({
    id: row['rec_id']!,
    given: row['given_name']!,
    family: row['surname']!,
    birthDate: readDate(row['date_of_birth']!),
  }));
  const pairs = linkRecords(inputs, null);
  const right = pairs.filter(({ one, other }) => personOf(one) === personOf(other)).length;
  const f1 = (2 * right) / (pairs.length + countPairs(inputs.map(({ id }) => personOf(id))));
  return [
    { measure: 'FEBRL 3, names and date: pairwise F1', reference: '0.933', goal: '0.96', got: f1.toFixed(3) },
  ];
}

function personOf(id: string): string {
  return id.split('-')[1]!;
}

function countPairs(persons: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const person of persons) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
