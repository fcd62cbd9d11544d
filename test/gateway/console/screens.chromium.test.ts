import type { Browser } from 'playwright-core';
import { resolveBirthDate } from '../../../subgraphs/demo/relativeDate';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type TestHub } from '../../harness/hub';
import {
  buildPage,
  desktop,
  giveErrand,
  hear,
  narrow,
  night,
  openBrowser,
  phone,
  search,
  signIn,
  visit,
} from '../../harness/page';

const now = new Date();
let hub: TestHub;
let browser: Browser;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(now), page: buildPage() });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

test.each([
  ['a phone', phone],
  ['a phone at night', night],
  ['the narrowest phone', narrow],
  ['a desk', desktop],
])('every screen of a found child can be used by everybody on %s', async (_, size) => {
  const { context, page } = await visit(browser, hub.address, size);
  await expectUsable(page, 'Prova som');
  await signIn(page, 'SOCIAL_EMERGENCY', '0180');
  await expectUsable(page, 'Varför frågar du?');
  await giveErrand(page);
  await hear(page, { Förnamn: 'Muhamad', Efternamn: 'Rahimy', 'Född, eller ungefärlig ålder': 'femton' });
  await page.keyboard.press('Tab');
  await expectUsable(page, 'Vad vet du om barnet?');
  await search(page, { 'Född, eller ungefärlig ålder': resolveBirthDate('-16y2mo', now) });
  await page.getByRole('button', { name: 'Vad händer nu?' }).click();
  await page.getByRole('button', { name: 'God man' }).click();
  await page.getByRole('heading', { name: 'Visas inte' }).waitFor();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expectUsable(page, 'Sannolik träff');
  await page.getByRole('link', { name: 'Vem svarar nu' }).click();
  await expectUsable(page, 'Vem svarar nu');
  await context.close();
});
