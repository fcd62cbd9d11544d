import { findMunicipality, type County } from '../../shared/reference/municipality';
import { within } from '../../shared/statistics/dimensions';
import { subjectTexts, type StatisticsSubject } from '../../shared/statistics/subjects';
import {
  inCounty,
  unlessNotPublished,
  type AskFigures,
  type FigureCell,
  type FigureQuestion,
} from './askFigures';
import { chapters, type ReportChapter, type ReportTable } from './chapters';
import { compareFigures, type Comparison } from './compareFigures';

export interface FilledTable extends ReportTable {
  readonly cells: readonly FigureCell[];
  /** Of all that the table divides; null: hidden. */
  readonly total: number | null;
}

export interface FilledChapter extends Omit<ReportChapter, 'tables'> {
  readonly tables: readonly FilledTable[];
}

/** A subject's number in each of the last years, oldest first. */
export interface Trend {
  readonly title: string;
  readonly years: readonly { readonly year: number; readonly count: number | null }[];
}

export interface ReportContent {
  readonly county: County;
  readonly year: number;
  readonly trends: readonly Trend[];
  readonly chapters: readonly FilledChapter[];
  readonly comparisons: readonly Comparison[];
  readonly subjects: readonly SubjectNote[];
}

export interface SubjectNote {
  readonly title: string;
  readonly definition: string;
  readonly publishedAt: string;
}

/** The year itself and those before it. */
const yearsOfTrend = 5;

/**
 * Gathers the report from published tables alone.
 * @throws ReportRefused
 */
export async function loadReport(county: County, year: number, ask: AskFigures): Promise<ReportContent> {
  const filled: FilledChapter[] = [];
  // One question at a time: a year that nobody has asked for before is counted by the first.
  for (const chapter of chapters) filled.push({ ...chapter, tables: await fill(chapter, county, year, ask) });
  return {
    county,
    year,
    chapters: filled,
    trends: [
      await loadTrend('ABSCONDINGS', 'Avvikanden per år', county, year, ask),
      await loadTrend('CHILDREN_AWAY', 'Barn som var borta den 31 december', county, year, ask),
    ],
    comparisons: await compareFigures(county.code, year, ask),
    subjects: await loadNotes(year, ask),
  };
}

async function fill(
  { tables }: ReportChapter,
  { code }: County,
  year: number,
  ask: AskFigures,
): Promise<FilledTable[]> {
  const filled: FilledTable[] = [];
  for (const table of tables) {
    const each = await fillTable(table, code, year, ask).catch(unlessNotPublished);
    if (each) filled.push(each);
  }
  return filled;
}

async function fillTable(
  table: ReportTable,
  code: string,
  year: number,
  ask: AskFigures,
): Promise<FilledTable> {
  const { subject, by } = table;
  const coarser = by === 'MUNICIPALITY' || by === 'ASSIGNED_MUNICIPALITY' ? within[by]! : null;
  // Municipalities lie within counties: they are a table of their own, of which the county's are taken.
  const where = table.national || coarser ? null : inCounty(code);
  const { cells } = await ask({ subject, year, where, by: [by] });
  const own = coarser ? cells.filter(({ categories: [place] }) => isIn(place!, code)) : cells;
  const total = await loadTotal(
    subject,
    year,
    table.national ? null : inCounty(code, coarser ?? 'COUNTY'),
    ask,
  );
  return { ...table, total, cells: table.ranked ? [...own].sort(byCount) : own };
}

function isIn(municipality: string, county: string): boolean {
  return findMunicipality(municipality)?.county.code === county;
}

/** Largest first; hidden ones, which are not known to be the least, last. */
function byCount(one: FigureCell, other: FigureCell): number {
  return (other.count ?? -1) - (one.count ?? -1);
}

async function loadTotal(
  subject: StatisticsSubject,
  year: number,
  where: FigureQuestion['where'],
  ask: AskFigures,
): Promise<number | null> {
  const { cells } = await ask({ subject, year, where, by: [] });
  return cells[0]!.count;
}

async function loadTrend(
  subject: StatisticsSubject,
  title: string,
  { code }: County,
  year: number,
  ask: AskFigures,
): Promise<Trend> {
  const years: { year: number; count: number | null }[] = [];
  for (let each = year - yearsOfTrend + 1; each <= year; each += 1) {
    years.push({ year: each, count: await loadTotal(subject, each, inCounty(code), ask) });
  }
  return { title, years };
}

async function loadNotes(year: number, ask: AskFigures): Promise<SubjectNote[]> {
  const asked = new Set(chapters.flatMap(({ tables }) => tables.map(({ subject }) => subject)));
  const notes: SubjectNote[] = [];
  for (const subject of asked) {
    const { publishedAt, definition } = await ask({ subject, year, where: null, by: [] });
    notes.push({ title: subjectTexts[subject].title.sv, definition, publishedAt });
  }
  return notes;
}
