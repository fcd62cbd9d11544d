import type { Text } from '../../../schema/protocol/text';
import { categoryText, dimensions as texts } from '../../shared/statistics/dimensions';
import type { AnsweredTable } from './askStatistics';

/** The table as CSV (RFC 4180) with a heading; a hidden cell is "..". */
export function toCsv({ question: { groupBy }, cells }: AnsweredTable, language: keyof Text): string {
  const counted = { sv: 'Antal', en: 'Count' }[language];
  const rows = [
    [...groupBy.map((name) => texts[name].title[language]), counted],
    ...cells.map(({ categories, count }) => [
      ...groupBy.map((name, index) => categoryText(name, categories[index]!)[language]),
      count === null ? '..' : String(count),
    ]),
  ];
  return rows.map((row) => row.map(quote).join(',')).join('\r\n') + '\r\n';
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
