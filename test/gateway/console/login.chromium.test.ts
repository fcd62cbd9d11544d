import type { Browser, Page } from 'playwright-core';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type TestHub } from '../../harness/hub';
import { startLoginProvider, type LoginProvider } from '../../harness/loginProvider';
import { buildPage, giveErrand, openBrowser, search, visit } from '../../harness/page';
import { startPathProxy, type PathProxy } from '../../harness/pathProxy';

const dossier = 'Dossiernummer (Migrationsverket)';
/** Seconds that a token of the provider's lasts. */
const lifetime = 20;

let login: LoginProvider;
let hub: TestHub;
let proxy: PathProxy;
let browser: Browser;
beforeAll(async () => {
  login = await startLoginProvider(lifetime);
  hub = await createTestHub({ children: storyChildren(new Date()), page: buildPage(), login });
  proxy = await startPathProxy(hub.address, '/natt/');
  await login.serve(proxy.address);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await proxy?.away();
  await hub?.close();
  await login?.close();
});

/** Presses the button, and does at the provider what a person does there. */
async function signInAt(page: Page, name: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Fortsätt hos' }).click();
  const popup = await opened;
  await popup.locator('[name=login]').fill(name);
  await popup.locator('[name=password]').fill('any');
  await popup.locator('[type=submit]').click();
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Continue' }).click();
  await closed;
}

test('somebody signs in at the agency’s login with a code and PKCE, and finds a child', async () => {
  const { context, page, complaints } = await visit(browser, proxy.address);
  const asked: URL[] = [];
  const sent: string[] = [];
  context.on('request', (request) => {
    asked.push(new URL(request.url()));
    if (request.url().endsWith('/token')) sent.push(request.postData() ?? '');
  });
  await expectUsable(page, 'Logga in');
  await signInAt(page, 'SOCIAL_EMERGENCY 0180 kim');
  await giveErrand(page);
  await search(page, { [dossier]: '12-410001' });
  await page.getByRole('heading', { name: 'Säker träff' }).waitFor();
  const authorization = asked.find(({ pathname }) => pathname === '/auth')!;
  expect(authorization.searchParams.get('code_challenge_method')).toBe('S256');
  expect(authorization.searchParams.get('response_type')).toBe('code');
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain('code_verifier=');
  expect(complaints).toEqual([]);
  await context.close();
});

test('the token is nowhere but in memory, and the code leaves no trace in the address', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await signInAt(page, 'SOCIAL_EMERGENCY 0180 kim');
  await page.getByRole('heading', { name: 'Varför frågar du?' }).waitFor();
  const kept = await page.evaluate(async () => {
    const keys = await caches.keys();
    const urls = await Promise.all(
      keys.map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url)),
    );
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, urls, location.href]);
  });
  expect(kept).not.toMatch(/eyJ|code=|state=/);
  await page.reload();
  await page.getByRole('heading', { name: 'Logga in' }).waitFor();
  await context.close();
});

test('a token that runs out while somebody types hides the page, and a new login goes on with every word', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await signInAt(page, 'SOCIAL_EMERGENCY 0180 kim');
  await giveErrand(page);
  await page.getByLabel('Förnamn').fill('Muhamad');
  await page
    .getByRole('heading', { name: 'Inloggningen har gått ut' })
    .waitFor({ timeout: (lifetime + 10) * 1000 });
  expect(await page.getByLabel('Förnamn').isVisible()).toBe(false);
  // The provider still knows who it is: the window comes and goes.
  await page.getByRole('button', { name: 'Fortsätt hos' }).click();
  await page.getByLabel('Förnamn').waitFor();
  expect(await page.getByLabel('Förnamn').inputValue()).toBe('Muhamad');
  await context.close();
});

test('who signs out is out, and the next person begins with nothing', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await signInAt(page, 'SOCIAL_EMERGENCY 0180 kim');
  await giveErrand(page);
  await page.getByLabel('Förnamn').fill('Muhamad');
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('heading', { name: 'Logga in' }).waitFor();
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  await context.clearCookies();
  await signInAt(page, 'OUTREACH_WORKER 1480 robin');
  await page.getByText('Fältassistent, Göteborg').waitFor();
  await giveErrand(page);
  expect(await page.getByLabel('Förnamn').inputValue()).toBe('');
  await context.close();
});

test('a login that somebody breaks off is told, and can be begun again', async () => {
  const { context, page } = await visit(browser, proxy.address);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Fortsätt hos' }).click();
  const popup = await opened;
  await popup.getByRole('link', { name: 'Cancel' }).click();
  await page.getByText('Inloggningen blev inte klar').waitFor();
  await signInAt(page, 'SOCIAL_EMERGENCY 0180 kim');
  await page.getByRole('heading', { name: 'Varför frågar du?' }).waitFor();
  await context.close();
});
