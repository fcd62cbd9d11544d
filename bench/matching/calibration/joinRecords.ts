import type { PreparedRecord } from '../../../subgraphs/shared/matching';

/** All claims that several agencies hold of one child, each once. */
export function joinRecords(records: readonly PreparedRecord[]): PreparedRecord {
  if (records.length === 1) return records[0]!;
  return {
    prepared: true,
    numbers: Object.assign({}, ...records.map(({ numbers }) => numbers)) as PreparedRecord['numbers'],
    names: once(
      records.flatMap(({ names }) => names),
      ({ tokens }) => tokens.map(({ text }) => text).join(' '),
    ),
    births: once(
      records.flatMap(({ births }) => births),
      birthText,
    ),
    sex: records.find(({ sex }) => sex !== null)?.sex ?? null,
    phones: [...new Set(records.flatMap(({ phones }) => phones))],
  };
}

function birthText({ date, year, statedAge, statedOn }: PreparedRecord['births'][number]): string {
  return [date, year, statedAge, statedOn].join(' ');
}

function once<T>(values: readonly T[], textOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [textOf(value), value])).values()];
}
