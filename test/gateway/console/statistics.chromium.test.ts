import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type TestHub } from '../../harness/hub';
import {
  buildPage,
  desktop,
  giveErrand,
  narrow,
  night,
  openBrowser,
  signIn,
  visit,
} from '../../harness/page';

const now = new Date();
const year = now.getFullYear() - 1;
const subjects = ['ABSCONDINGS', 'CHILDREN_AWAY', 'ASSIGNMENTS', 'FOUND_EVENTS', 'GUARDIAN_APPOINTMENTS'];

let hub: TestHub;
let browser: Browser;
beforeAll(async () => {
  hub = await createTestHub({
    children: generateWorld({ children: 2_000, seed: 11, now }),
    page: buildPage(),
  });
  browser = await openBrowser();
  for (const subject of subjects) await publish(subject);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

/** The first who asks for a year has it counted. */
async function publish(subject: string): Promise<void> {
  for (;;) {
    const { errors } = await ask(subject, ['SEX']);
    if (errors.length === 0) return;
    expect(errors[0]!.extensions['code']).toBe('AGENCY_UNAVAILABLE');
  }
}

function ask(subject: string, groupBy: string[]) {
  const analyst = { role: 'COUNTY_ANALYST', agency: 'COUNTY_BOARD', purpose: 'STATISTICS' } as const;
  return hub.ask(
    analyst,
    `query ($filter: StatisticsFilter!, $groupBy: [StatisticsDimension!]!) {
      statistics(filter: $filter, groupBy: $groupBy) { csv jsonStat cells { categories count suppressed } }
    }`,
    { filter: { subject, year }, groupBy },
  );
}

async function openStatistics(page: Page): Promise<void> {
  await signIn(page, 'COUNTY_ANALYST');
  await page.getByRole('link', { name: 'Statistik' }).click();
  await giveErrand(page, 'STATISTICS', 'LST-1');
  await page.getByRole('heading', { level: 2, name: `Avvikanden ${year}: Län` }).waitFor();
}

/** A dimension whose table shows some figures and hides others. */
async function findMixed(): Promise<{ by: string; hidden: number }> {
  for (const by of ['COUNTY', 'OUTCOME', 'FOUND_BY', 'PLACEMENT_TYPE', 'AGE_GROUP', 'CITIZENSHIP', 'MONTH']) {
    const { data } = await ask('ABSCONDINGS', [by]);
    const cells: { count: number | null; suppressed: boolean }[] = data.statistics.cells;
    const hidden = cells.filter(({ suppressed }) => suppressed).length;
    if (hidden > 0 && cells.some(({ count }) => count !== null && count > 0)) return { by, hidden };
  }
  throw new Error('no table shows some figures and hides others');
}

/** Whether something has been drawn. */
const isDrawn = (page: Page) =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value !== 0);
  });

test('an analyst sees a table and its chart, what is hidden as such, and nobody else has the page', async () => {
  const { context, page, complaints } = await visit(browser, hub.address, desktop);
  await openStatistics(page);
  const { by, hidden } = await findMixed();
  await page.getByLabel('Delat på').selectOption(by);
  await page.getByText(`${hidden} uppgifter är dolda`).waitFor();
  expect(await page.getByRole('cell', { name: 'dold' }).count()).toBe(hidden);
  await page.locator('canvas').waitFor();
  expect(await isDrawn(page)).toBe(true);
  // The policy holds: nothing inline, and nothing that the browser refused.
  expect(complaints).toEqual([]);
  await context.close();

  const other = await visit(browser, hub.address);
  await signIn(other.page, 'SOCIAL_EMERGENCY', '0180');
  await other.page.getByRole('link', { name: 'Vem svarar nu' }).waitFor();
  expect(await other.page.getByRole('link', { name: 'Statistik' }).count()).toBe(0);
  await other.context.close();
});

test.each([
  ['Hämta som CSV', 'csv', 'csv'],
  ['Hämta som JSON-stat', 'jsonStat', 'json'],
])('%s gives the table as it was published', async (button, field, ending) => {
  const { context, page } = await visit(browser, hub.address);
  await openStatistics(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`skyddsnat-abscondings-${year}-county.${ending}`);
  const { data } = await ask('ABSCONDINGS', ['COUNTY']);
  expect(readFileSync(await file.path(), 'utf8')).toBe(data.statistics[field]);
  await context.close();
});

test('every table that is offered is published', async () => {
  const { context, page } = await visit(browser, hub.address);
  await openStatistics(page);
  const offered: [string, string[]][] = [];
  const codes = async (label: string) =>
    page
      .getByLabel(label)
      .locator('option')
      .evaluateAll((options) => options.map((each) => (each as HTMLOptionElement).value));
  for (const subject of subjects) {
    await page.getByLabel('Vad räknas').selectOption(subject);
    for (const by of await codes('Delat på')) {
      await page.getByLabel('Delat på').selectOption(by);
      offered.push([subject, [by]]);
      if (!(await page.getByLabel('Och på').count())) continue;
      for (const and of await codes('Och på')) if (and) offered.push([subject, [by, and]]);
    }
  }
  for (const [subject, groupBy] of offered) {
    expect({ subject, groupBy, errors: (await ask(subject, groupBy)).errors }).toEqual({
      subject,
      groupBy,
      errors: [],
    });
  }
  await context.close();
}, 120_000);

test('a year that nobody has counted says so, and can be asked for again', async () => {
  const { context, page } = await visit(browser, hub.address);
  await openStatistics(page);
  hub.disturb('municipality', () => Promise.reject(new Error('away')));
  await page.getByLabel('Delat på').selectOption('SEX');
  await page.getByRole('heading', { name: 'Uppgifterna går inte att visa nu' }).waitFor();
  hub.disturb('municipality', null);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await page.getByRole('heading', { level: 2, name: `Avvikanden ${year}: Kön` }).waitFor();
  await context.close();
});

test.each([
  ['a phone at night', night],
  ['the narrowest phone', narrow],
  ['a desk', desktop],
])('the figures can be used by everybody on %s', async (_, size) => {
  const { context, page } = await visit(browser, hub.address, size);
  await openStatistics(page);
  const { by } = await findMixed();
  await page.getByLabel('Delat på').selectOption(by);
  await page.getByText('uppgifter är dolda').waitFor();
  await page.locator('canvas').waitFor();
  await expectUsable(page, 'Statistik');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('figures are hidden').waitFor();
  await expectUsable(page, 'Statistics');
  await context.close();
});
