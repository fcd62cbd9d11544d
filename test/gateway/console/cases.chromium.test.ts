import type { Browser, Page } from 'playwright-core';
import { storyChildren, storyChildId } from '../../../subgraphs/demo/stories';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type TestHub } from '../../harness/hub';
import {
  buildPage,
  desktop,
  giveErrand,
  narrow,
  night,
  openBrowser,
  phone,
  search,
  signIn,
  visit,
} from '../../harness/page';

let hub: TestHub;
let browser: Browser;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()), page: buildPage() });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

async function openCases(page: Page, role: string, purpose: string, municipality?: string): Promise<void> {
  await signIn(page, role, municipality);
  await page.getByRole('link', { name: 'Mina ärenden' }).click();
  await giveErrand(page, purpose, 'SN-7');
  await page.getByRole('heading', { level: 1, name: 'Mina ärenden' }).waitFor();
}

test('a social worker sees who is away, and opens the child with its clocks and its story', async () => {
  const { context, page, complaints } = await visit(browser, hub.address);
  await openCases(page, 'SOCIAL_WORKER', 'CASE_WORK', '2580');
  await page.getByRole('link', { name: 'Mohammed Rahimi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mohammed Rahimi' }).waitFor();
  const text = await page.locator('article').innerText();
  for (const words of ['Avviken sedan', 'Att göra', 'Luleå', 'Avvek från', 'God man']) {
    expect(text).toContain(words);
  }
  expect(await page.locator('article a[href^="tel:"]').count()).toBeGreaterThan(1);
  expect(page.url()).toBe(`${hub.address}/#/cases/child`);
  expect(complaints).toEqual([]);
  await page.goBack();
  await page.getByRole('link', { name: 'Mohammed Rahimi' }).waitFor();
  await context.close();
});

test('the list keeps to one status', async () => {
  const { context, page } = await visit(browser, hub.address);
  await openCases(page, 'SOCIAL_WORKER', 'CASE_WORK', '2580');
  await page.getByRole('link', { name: 'Mohammed Rahimi' }).waitFor();
  await page.getByLabel('Visa', { exact: true }).selectOption('MISSING');
  await page.getByText('Inget barn att visa').waitFor();
  await page.getByLabel('Visa', { exact: true }).selectOption('ABSCONDED');
  await page.getByRole('link', { name: 'Mohammed Rahimi' }).waitFor();
  await context.close();
});

test.each([
  ['a guardian', 'GUARDIAN', 'GUARDIANSHIP'],
  ['the Migration Agency', 'MIGRATION_OFFICER', 'CASE_WORK'],
])('%s sees the child as far as the role may', async (_, role, purpose) => {
  const { context, page } = await visit(browser, hub.address);
  await openCases(page, role, purpose);
  await page.locator('.row-link').first().click();
  await page.getByRole('heading', { name: 'Att göra' }).waitFor();
  await context.close();
});

test('an investigator, who sees no child before a search, is led to it and back to the case', async () => {
  const { context, page } = await visit(browser, hub.address);
  await openCases(page, 'POLICE_INVESTIGATOR', 'PROTECTION');
  await page.locator('.row-link').first().click();
  await page.getByRole('link', { name: 'Till sökningen' }).click();
  await search(page, { 'Dossiernummer (Migrationsverket)': '12-410001', 'Var är barnet nu?': '0180' });
  await page.getByRole('link', { name: 'Barnets ärende' }).click();
  await page.getByRole('heading', { name: 'Att göra' }).waitFor();
  await context.close();
});

test('a duty that is one’s own is taken on with a press, and the page says since when', async () => {
  const { context, page } = await visit(browser, hub.address);
  await openCases(page, 'SOCIAL_WORKER', 'CASE_WORK', '2580');
  await page.locator('.row-link').first().click();
  const duty = page.getByRole('listitem').filter({ hasText: 'Bedöm behovet av skydd' });
  await duty.getByRole('button', { name: 'Jag tar hand om det' }).dblclick();
  await duty.getByText('Tas om hand av socialtjänsten').waitFor();
  expect(await duty.getByRole('button').count()).toBe(0);
  await context.close();
});

test('a child of another municipality is not shown, however its reference came here', async () => {
  const { data } = await hub.ask(
    { role: 'SOCIAL_WORKER', municipality: '1480', purpose: 'CASE_WORK' },
    `{ child(id: "${storyChildId('open-case')}") { id } }`,
  );
  expect(data.child).toBeNull();
});

test.each([
  ['a phone', phone],
  ['a phone at night', night],
  ['the narrowest phone', narrow],
  ['a desk', desktop],
])('the list and the child’s page can be used by everybody on %s', async (_, size) => {
  const { context, page } = await visit(browser, hub.address, size);
  await openCases(page, 'SOCIAL_WORKER', 'CASE_WORK', '2580');
  await page.getByRole('link', { name: 'Mohammed Rahimi' }).waitFor();
  await expectUsable(page, 'Mina ärenden');
  await page.getByRole('link', { name: 'Mohammed Rahimi' }).click();
  await page.getByRole('heading', { name: 'Att göra' }).waitFor();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expectUsable(page, 'Mohammed Rahimi');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'To do' }).waitFor();
  await expectUsable(page, 'Mohammed Rahimi');
  await context.close();
});
