import type { Bench } from '../bench';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { measureSizes, type SizeResult } from './database/measureSizes';
import { measureLinkage } from './lists/linkage';
import { measureNameLists } from './lists/nameLists';
import { measureRetrieval } from './lists/retrieval';
import type { Measure } from './measure';

/** Names on the public lists where they are at hand, and `identify` in registers of the sizes asked for. */
export const matching: Bench = {
  about: 'names, retrieval and linkage on public lists; identify in registers of each size',
  run: async (call) => {
    call.print(`# matching\n\n${describeMachine()}.\n`);
    const lists = [...measureNameLists(), ...measureRetrieval(), ...measureLinkage()];
    call.print(lists.length > 0 ? toTable(lists) : 'The public lists are not at hand (MATCHING_DATA).');
    call.signal.throwIfAborted();
    const sizes = await measureSizes(call);
    call.print(`\n${toTable(sizes.flatMap((size) => toMeasures(size, sizes[0]!)))}`);
  },
};

function toTable(measures: readonly Measure[]): string {
  const rows = measures.map(({ measure, reference, goal, got }) => [measure, reference, goal, got]);
  return formatTable(['measure', 'reference', 'goal', 'got'], rows);
}

function toMeasures(size: SizeResult, smallest: SizeResult): Measure[] {
  const { children, names, number, statements, indexShare, loadRate, tooWide } = size;
  const at = `${formatNumber(children)} children:`;
  const ms = (value: number): string => `${formatNumber(value)} ms`;
  return [
    {
      measure: `${at} identify by names and date, p95 (p50)`,
      reference: `${ms(number.p95)} by number`,
      goal: `3 × ${ms(smallest.names.p95)}; 10 × by number`,
      got: `${ms(names.p95)} (${ms(names.p50)})`,
    },
    {
      measure: `${at} SQL statements per question`,
      reference: '–',
      goal: '–',
      got: formatNumber(statements),
    },
    { measure: `${at} questions too wide for an agency`, reference: '–', goal: '0', got: String(tooWide) },
    { measure: `${at} search index to its table`, reference: '–', goal: '2', got: formatNumber(indexShare) },
    { measure: `${at} children loaded per second`, reference: '–', goal: '–', got: formatNumber(loadRate) },
  ];
}
