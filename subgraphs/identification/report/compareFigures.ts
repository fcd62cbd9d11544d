import type { StatisticsDimension } from '../../shared/statistics/dimensions';
import earlierFigures from './earlierFigures.json';
import { inCounty, unlessNotPublished, type AskFigures, type FigureQuestion } from './askFigures';
import { toCount, toShare } from './numbers';

/** A figure of the plans beside this year's. */
export interface Comparison {
  readonly what: string;
  readonly earlier: string;
  readonly when: string;
  readonly now: string;
  /** How far the two count the same thing. */
  readonly same: string;
  /** NB, STH, SUN, VG, GOV. */
  readonly sources: readonly string[];
}

/** Puts beside the figures of the plans what is counted the same way now; those of another county are left out. */
export async function compareFigures(county: string, year: number, ask: AskFigures): Promise<Comparison[]> {
  const compared: Comparison[] = [];
  for (const figure of earlierFigures) {
    if (figure.county !== undefined && figure.county !== county) continue;
    const now = await countNow[figure.id as keyof typeof countNow]({ county, year, ask }).catch(
      unlessNotPublished,
    );
    if (now !== null) compared.push({ ...figure, earlier: write(figure), now });
  }
  return compared;
}

function write({ earlier, unit }: (typeof earlierFigures)[number]): string {
  if (typeof earlier === 'string') return earlier;
  return unit === 'PERCENT' ? toShare(earlier, 100) : toCount(earlier);
}

interface Now {
  readonly county: string;
  readonly year: number;
  readonly ask: AskFigures;
}

const assigned = { dimension: 'STAGE', category: 'ASSIGNED' } as const;

/** By the id of the earlier figure. */
const countNow = {
  AWAY_NATIONAL: (now: Now) => countOf(now, { by: [], where: assigned }),
  AWAY_GIRLS_NATIONAL: (now: Now) => countOf(now, { by: ['SEX'], where: assigned }, 'FEMALE'),
  AWAY_BOYS_NATIONAL: (now: Now) => countOf(now, { by: ['SEX'], where: assigned }, 'MALE'),
  AWAY_GIRL_SHARE_NATIONAL: async (now: Now) => {
    const girls = await find(now, { by: ['SEX'], where: assigned }, 'FEMALE');
    const all = await find(now, { by: [], where: assigned });
    return toShare(girls, all) || toCount(null);
  },
  AWAY_COUNTY: (now: Now) => countOf(now, { where: inCounty(now.county, 'ASSIGNED_COUNTY'), by: [] }),
  AWAY_GIRLS_COUNTY: (now: Now) => countOf(now, { where: inCounty(now.county), by: ['SEX'] }, 'FEMALE'),
  AWAY_BOYS_COUNTY: (now: Now) => countOf(now, { where: inCounty(now.county), by: ['SEX'] }, 'MALE'),
  MISSING_NATIONAL: (now: Now) =>
    countOf(now, { subject: 'ABSCONDINGS', where: null, by: ['AFTER_THREE_MONTHS'] }, 'MISSING'),
  TOP_CAUSE_NATIONAL: topCause,
};

type Question = Omit<FigureQuestion, 'year' | 'subject'> & { readonly subject?: FigureQuestion['subject'] };

async function countOf(now: Now, question: Question, category?: string): Promise<string> {
  return toCount(await find(now, question, category));
}

/** Null: hidden. */
async function find({ year, ask }: Now, question: Question, category?: string): Promise<number | null> {
  const { cells } = await ask({ subject: 'CHILDREN_AWAY', ...question, year });
  const cell = category === undefined ? cells[0] : cells.find(({ categories: [own] }) => own === category);
  return cell!.count;
}

async function topCause({ year, ask }: Now): Promise<string> {
  const by: StatisticsDimension[] = ['PRESUMED_CAUSE'];
  const { cells } = await ask({ subject: 'ABSCONDINGS', where: null, by, year });
  const known = cells.filter(({ categories: [cause], count }) => cause !== 'UNKNOWN' && (count ?? 0) > 0);
  if (known.length === 0) return toCount(null);
  return known.reduce((most, cell) => (cell.count! > most.count! ? cell : most)).labels[0]!;
}
