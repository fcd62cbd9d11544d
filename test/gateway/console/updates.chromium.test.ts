import type { Browser, Page } from 'playwright-core';
import { storyChildren, storyChildId } from '../../../subgraphs/demo/stories';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type TestHub } from '../../harness/hub';
import { buildPage, giveErrand, openBrowser, signIn, visit } from '../../harness/page';
import { startPathProxy, type PathProxy } from '../../harness/pathProxy';
import { happen } from '../../e2e/updates/updatesHub';

/** Of Luleå. */
const child = storyChildId('open-case');

let hub: TestHub;
let proxy: PathProxy;
let browser: Browser;
beforeAll(async () => {
  hub = await createTestHub({
    children: storyChildren(new Date()),
    page: buildPage(),
    events: 'POSTGRES',
    webhooks: false,
  });
  proxy = await startPathProxy(hub.address, '/natt/');
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await proxy?.away();
  await hub?.close();
});

async function openCases(page: Page): Promise<void> {
  await signIn(page, 'SOCIAL_WORKER', '2580');
  await page.getByRole('link', { name: 'Mina ärenden' }).click();
  await giveErrand(page, 'CASE_WORK', 'SN-7');
  await page.getByText('Nya händelser visas här').waitFor();
  await page.locator('.row-link').first().waitFor();
}

test('what happens is told calmly, and the list stands still until it is wanted', async () => {
  const { context, page, complaints } = await visit(browser, proxy.address);
  await openCases(page);
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('query Caseload')) asked += 1;
  });
  await happen(hub, 'police', 'FOUND', child, '0180');
  await page.getByText('Barnet är påträffat (Mohammed Rahimi)').waitFor();
  expect(asked).toBe(0);
  await expectUsable(page, 'Mina ärenden');
  await page.getByRole('button', { name: 'Visa det nya' }).click();
  await page.getByText('Nya händelser visas här').waitFor();
  expect(asked).toBe(1);
  expect(complaints).toEqual([]);
  await context.close();
});

test('what happened while the hub was restarted is told when it is back, each thing once', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await openCases(page);
  await happen(hub, 'municipality', 'PLACED', child, '2580');
  await page.getByText('Barnet är placerat').waitFor();
  await proxy.away();
  await page.getByText('Nytt i dina ärenden').waitFor();
  await happen(hub, 'municipality', 'CASE_CLOSED', child, '2580');
  await proxy.back();
  await page.getByText('Ett ärende är avslutat').waitFor();
  expect(await page.getByText('Barnet är placerat').count()).toBe(1);
  await context.close();
});

test('a login that runs out goes on where the events were left', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await page.route(
    '**/demo/token*',
    (route) => route.continue({ url: `${route.request().url()}&expires=15s` }),
    { times: 1 },
  );
  await openCases(page);
  await happen(hub, 'municipality', 'PLACED', child, '2580');
  await page.getByText('Barnet är placerat').waitFor();
  await page.getByRole('heading', { name: 'Inloggningen har gått ut' }).waitFor({ timeout: 20_000 });
  await happen(hub, 'municipality', 'CASE_OPENED', child, '2580');
  await signIn(page, 'SOCIAL_WORKER', '2580');
  await page.getByText('Ett ärende är öppnat').waitFor();
  await context.close();
});

test('a child’s own page tells of that child alone', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await openCases(page);
  await page.getByRole('link', { name: 'Mohammed Rahimi' }).click();
  await page.getByRole('heading', { name: 'Att göra' }).waitFor();
  await happen(hub, 'municipality', 'RETURNED', child, '2580');
  await page.getByText('Barnet är tillbaka').waitFor();
  await page.getByRole('button', { name: 'Visa det nya' }).click();
  await page.getByText('Barnet är tillbaka').waitFor({ state: 'detached' });
  await context.close();
});
