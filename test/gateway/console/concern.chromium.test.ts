import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type TestHub } from '../../harness/hub';
import { buildPage, giveErrand, openBrowser, search, signIn, visit } from '../../harness/page';

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

test('somebody who may not ask who a child is reports a concern; pressed twice it is one report', async () => {
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'NGO_WORKER');
  await page.getByRole('link', { name: 'Orosanmälan' }).click();
  await giveErrand(page, 'REPORTING', 'RK-1');
  await page.getByLabel('Var är barnet?').selectOption('0180');
  await page.getByLabel('Vad oroar dig?').fill('Ett barn sover vid stationen.');
  await expectUsable(page, 'Orosanmälan');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Skicka anmälan' }).click();
  await page.getByRole('heading', { name: 'Ingen uppkoppling' }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Skicka anmälan' }).dblclick();
  await page.getByText('Socialtjänsten i Stockholm tog emot anmälan').waitFor();
  expect(await count('municipality', 'concern')).toBe(1);
  await context.close();
});

test('an answer without a match leads to the report, for the place where the child is', async () => {
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'OUTREACH_WORKER', '1480');
  await giveErrand(page);
  await search(page, { 'Dossiernummer (Migrationsverket)': '99-999999' });
  await page.getByRole('link', { name: 'Gör en orosanmälan' }).click();
  expect(await page.getByLabel('Var är barnet?').inputValue()).toBe('1480');
  await context.close();
});

test.each([
  ['a child that was identified', '12-410001'],
  ['a child that nobody knows', '99-999999'],
])('the finding of %s is recorded once, however often it is pressed', async (_, number) => {
  const before = await count('police', 'found_event');
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'SOCIAL_EMERGENCY', '0180');
  await giveErrand(page);
  await search(page, { 'Dossiernummer (Migrationsverket)': number });
  const record = page.getByRole('button', { name: 'Registrera att barnet är påträffat' });
  await record.waitFor();
  await context.setOffline(true);
  await record.click();
  await page.getByRole('heading', { name: 'Ingen uppkoppling' }).waitFor();
  await context.setOffline(false);
  await record.dblclick();
  await page.getByText('Påträffandet är registrerat').waitFor();
  expect(await count('police', 'found_event')).toBe(before + 1);
  await context.close();
});

async function count(agency: 'municipality' | 'police', table: string): Promise<number> {
  const client = new Client({ connectionString: hub.databases[agency].url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return rows[0]!.count;
  } finally {
    await client.end();
  }
}
