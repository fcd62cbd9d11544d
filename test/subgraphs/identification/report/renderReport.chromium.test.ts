import { chapters } from '../../../../subgraphs/identification/report/chapters';
import type { ReportContent } from '../../../../subgraphs/identification/report/loadReport';
import { renderReport } from '../../../../subgraphs/identification/report/renderReport';
import {
  categoryText,
  dimensions,
  type DimensionText,
} from '../../../../subgraphs/shared/statistics/dimensions';
import { expectUsable } from '../../../harness/expectUsable';
import { desktop, openBrowser, visit } from '../../../harness/page';

const content: ReportContent = {
  county: { code: '01', name: '<b>Stockholms län</b>' },
  year: 2025,
  chapters: chapters.map((chapter) => ({
    ...chapter,
    tables: chapter.tables.map((table) => ({ ...table, total: 1_234, cells: cellsOf(table.by) })),
  })),
  trends: [{ title: 'Avvikanden per år', years: [2024, 2025].map((year) => ({ year, count: null })) }],
  comparisons: [
    { what: 'Borta', earlier: '1829', when: '31 maj 2016', now: '..', same: 'Samma sak.', sources: ['GOV'] },
  ],
  subjects: [{ title: 'Avvikanden', definition: 'Varje gång.', publishedAt: '2026-01-05T12:00:00Z' }],
};

function cellsOf(
  by: keyof typeof dimensions,
): { categories: string[]; labels: string[]; count: number | null }[] {
  const { categories }: DimensionText = dimensions[by];
  return Object.keys(categories ?? { '0180': null, '0138': null }).map((category, index) => ({
    categories: [category],
    labels: [categoryText(by, category).sv],
    count: index === 1 ? null : 7 * index,
  }));
}

test('the report can be read by everybody, and printed on A4 without a broken table', async () => {
  const browser = await openBrowser();
  try {
    const { page, complaints } = await visit(browser, 'about:blank', desktop);
    await page.setContent(renderReport(content));
    await expectUsable(page, 'Ensamkommande barn som avvikit: <b>Stockholms län</b> 2025');
    expect(complaints).toEqual([]);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(2);
    for (const [, width, height] of boxes) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    }
  } finally {
    await browser.close();
  }
});
