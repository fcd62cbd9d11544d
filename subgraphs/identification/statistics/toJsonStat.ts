import type { Text } from '../../../schema/protocol/text';
import { categoryText, dimensions as texts } from '../../shared/statistics/dimensions';
import { subjectTexts } from '../../shared/statistics/subjects';
import type { AnsweredTable } from './askStatistics';

/** The table as JSON-stat 2.0 (json-stat.org); hidden cells are null with the status "..". */
export function toJsonStat({ question, publishedAt, cells }: AnsweredTable, language: keyof Text): object {
  const { subject, year, groupBy } = question;
  const { title, definition, owner } = subjectTexts[subject];
  const categories = groupBy.map((_, index) => [...new Set(cells.map((cell) => cell.categories[index]!))]);
  const dimension = Object.fromEntries(
    groupBy.map((name, index) => [
      name,
      {
        label: texts[name].title[language],
        category: {
          index: categories[index],
          label: Object.fromEntries(
            categories[index]!.map((category) => [category, categoryText(name, category)[language]]),
          ),
        },
      },
    ]),
  );
  const hidden = cells.flatMap(({ count }, index) => (count === null ? [[index, '..']] : []));
  return {
    version: '2.0',
    class: 'dataset',
    label: `${title[language]} ${year}`,
    source: owner,
    updated: publishedAt.toISOString(),
    note: [definition[language]],
    id: groupBy,
    size: categories.map((list) => list.length),
    dimension,
    value: cells.map(({ count }) => count),
    ...(hidden.length > 0 && { status: Object.fromEntries(hidden) }),
  };
}
