import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { resolveDay } from '../../../subgraphs/demo/relativeDate';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type TestHub } from '../../harness/hub';
import {
  buildPage,
  desktop,
  giveErrand,
  hear,
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

const narrow = { viewport: { width: 320, height: 640 }, hasTouch: true };
const night = { ...phone, colorScheme: 'dark' as const };

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
  await search(page, { 'Född, eller ungefärlig ålder': resolveDay('-16y2mo', now) });
  await page.getByRole('button', { name: 'Vad händer nu?' }).click();
  await page.getByRole('button', { name: 'God man' }).click();
  await page.getByRole('button', { name: 'Begär att få se det' }).click();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expectUsable(page, 'Sannolik träff');
  await page.getByRole('link', { name: 'Vem svarar nu' }).click();
  await expectUsable(page, 'Vem svarar nu');
  await context.close();
});

/** No violation that axe knows of WCAG 2.1 A and AA, no sideways scrolling, and nothing to press under 44 pixels. */
async function expectUsable(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    const result = await run({ runOnly: rules, resultTypes: ['violations'] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
  expect(await page.evaluate(sidewaysScroll)).toBe(0);
  expect(await page.evaluate(smallTargets)).toEqual([]);
}

function sidewaysScroll(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(0, scrollWidth - clientWidth);
}

function smallTargets(): string[] {
  const targets = [...document.querySelectorAll('a, button, select, summary, input, textarea')];
  return targets
    .map((target) => (target.matches('[type=checkbox], [type=radio]') ? target.closest('label')! : target))
    .filter((target) => (target as HTMLElement).offsetParent !== null && !target.matches('.skip'))
    .filter((target) => target.getBoundingClientRect().height < 44)
    .map((target) => target.outerHTML.slice(0, 100));
}
