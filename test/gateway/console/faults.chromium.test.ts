import type { Browser, Page } from 'playwright-core';
import { resolveBirthDate, resolveDay } from '../../../subgraphs/demo/relativeDate';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type TestHub } from '../../harness/hub';
import { buildPage, giveErrand, hear, openBrowser, search, signIn, visit } from '../../harness/page';
import { startPathProxy, type PathProxy } from '../../harness/pathProxy';

const now = new Date();
const born = 'Född, eller ungefärlig ålder';
const muhamad = { Förnamn: 'Muhamad', Efternamn: 'Rahimy', [born]: resolveBirthDate('-16y2mo', now) };
const dossier = 'Dossiernummer (Migrationsverket)';

let hub: TestHub;
let proxy: PathProxy;
let browser: Browser;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(now), page: buildPage() });
  proxy = await startPathProxy(hub.address, '/natt/');
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await proxy?.away();
  await hub?.close();
});

/** At the form, under the path that a proxy has put the hub at. */
async function begin(role = 'SOCIAL_EMERGENCY', municipality = '0180') {
  const visitor = await visit(browser, proxy.address);
  await signIn(visitor.page, role, role === 'POLICE_OFFICER' ? undefined : municipality);
  await giveErrand(visitor.page);
  await visitor.page.getByLabel('Förnamn').waitFor();
  return visitor;
}

const card = (page: Page) => page.locator('article');
const pressSearch = (page: Page) => page.getByRole('button', { name: 'Sök', exact: true }).click();

test('without a connection in the middle of a search nothing typed is lost, and it goes on', async () => {
  const { context, page } = await begin();
  await hear(page, muhamad);
  await context.setOffline(true);
  await pressSearch(page);
  await page.getByRole('heading', { name: 'Ingen uppkoppling' }).waitFor();
  expect(await page.getByLabel('Förnamn').inputValue()).toBe('Muhamad');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await card(page).getByText('Luleå').first().waitFor();
  await context.close();
});

test('a hub that is restarted is a calm line of text, and a second try', async () => {
  const { context, page } = await begin();
  await hear(page, muhamad);
  await proxy.away();
  await pressSearch(page);
  await page.getByRole('heading', { name: 'Navet svarar inte' }).waitFor();
  await proxy.back();
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await card(page).getByText('Luleå').first().waitFor();
  await context.close();
});

test('a login that runs out while somebody types hides the page and keeps the words', async () => {
  const visitor = await visit(browser, proxy.address);
  const { context, page } = visitor;
  await page.route(
    '**/demo/token*',
    (route) => route.continue({ url: `${route.request().url()}&expires=6s` }),
    {
      times: 1,
    },
  );
  await signIn(page, 'SOCIAL_EMERGENCY', '0180');
  await giveErrand(page);
  await page.getByLabel('Förnamn').fill('Muhamad');
  await page.getByRole('heading', { name: 'Inloggningen har gått ut' }).waitFor();
  expect(await page.getByLabel('Förnamn').isVisible()).toBe(false);
  await signIn(page, 'SOCIAL_EMERGENCY', '0180');
  await page.getByLabel('Förnamn').waitFor();
  expect(await page.getByLabel('Förnamn').inputValue()).toBe('Muhamad');
  await context.close();
});

test('a phone that is put down locks, and whoever else picks it up sees nothing of what was typed', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await page.clock.install();
  await signIn(page, 'SOCIAL_EMERGENCY', '0180');
  await giveErrand(page);
  await page.getByLabel('Förnamn').fill('Muhamad');
  await page.clock.fastForward('16:00');
  await page.getByRole('heading', { name: 'Låst efter en stund' }).waitFor();
  await signIn(page, 'OUTREACH_WORKER', '1480');
  await page.getByRole('heading', { name: 'Varför frågar du?' }).waitFor();
  await giveErrand(page);
  expect(await page.getByLabel('Förnamn').inputValue()).toBe('');
  await context.close();
});

test('a double click asks once', async () => {
  const { context, page } = await begin();
  await hear(page, muhamad);
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('query Identify')) asked += 1;
  });
  await page.getByRole('button', { name: 'Sök', exact: true }).dblclick();
  await card(page).waitFor();
  expect(asked).toBe(1);
  await context.close();
});

test('back from the answer leads to the form as it was, without asking again', async () => {
  const { context, page } = await begin();
  await search(page, muhamad);
  await card(page).waitFor();
  let asked = 0;
  page.on('request', (request) => (asked += request.method() === 'POST' ? 1 : 0));
  await page.goBack();
  expect(await page.getByLabel('Efternamn').inputValue()).toBe('Rahimy');
  await page.goForward();
  await card(page).getByText('Luleå').first().waitFor();
  expect(asked).toBe(0);
  await context.close();
});

test('what is typed outlives a look at who answers', async () => {
  const { context, page } = await begin();
  await hear(page, muhamad);
  await page.getByRole('link', { name: 'Vem svarar nu' }).click();
  await page.getByLabel('Tidpunkt').waitFor();
  await page.getByRole('link', { name: 'Möter ett barn' }).click();
  expect(await page.getByLabel('Efternamn').inputValue()).toBe('Rahimy');
  await context.close();
});

test('pasted control characters and turned writing directions do no harm', async () => {
  const { context, page } = await begin();
  await search(page, { ...muhamad, Förnamn: '\u202eMuhamad\u0007', Efternamn: 'Rahimy\u0000\t' });
  await card(page).getByText('Luleå').first().waitFor();
  await context.close();
});

test('the device, the address, the title and the console learn nothing about the child or the login', async () => {
  const { context, page, complaints } = await begin();
  await search(page, muhamad);
  await card(page).waitFor();
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    const urls = caches_.flat().map(({ url }) => new URL(url).pathname);
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, urls, document.cookie]);
  });
  expect(kept).not.toMatch(/Muhamad|Rahimi|eyJ|graphql/i);
  expect(kept).toContain('JOUR-1');
  expect(page.url()).toBe(`${proxy.address}#/`);
  expect(await page.title()).toBe('Skyddsnät');
  expect(complaints).toEqual([]);
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('heading', { name: 'Prova som' }).waitFor();
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  await context.close();
});

test('an agency that is silent is named, with whom to call and a second try', async () => {
  const { context, page } = await begin();
  hub.disturb('migration', () => Promise.reject(new Error('away')));
  await search(page, muhamad);
  await page.getByRole('heading', { name: 'En myndighet svarar inte' }).waitFor();
  await page.getByRole('link', { name: 'Se vem som svarar nu' }).waitFor();
  hub.disturb('migration', null);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await card(page).getByText('Luleå').first().waitFor();
  await context.close();
});

test('one thing alone is too little, and it says what would be enough', async () => {
  const { context, page } = await begin();
  await search(page, { Förnamn: 'Muhamad' });
  await page.getByText('Fyll i minst två uppgifter').waitFor();
  await context.close();
});

test('a spent budget says when it goes on, and who answers meanwhile', async () => {
  const asker = { role: 'OUTREACH_WORKER', municipality: '2580', purpose: 'IDENTIFICATION' } as const;
  const query = '{ identify(criteria: { dossierNumber: "99-999999" }, foundIn: "2580") { outcome } }';
  for (let spent = false; !spent;) {
    const { errors } = await hub.ask({ ...asker, caseReference: 'JOUR-1' }, query);
    spent = errors.some(({ extensions }) => extensions['code'] === 'SEARCH_BUDGET_SPENT');
  }
  const { context, page } = await begin('OUTREACH_WORKER', '2580');
  await search(page, { [dossier]: '99-999999' });
  await page.getByRole('heading', { name: 'Inga sökningar kvar just nu' }).waitFor();
  await page.getByText('Du kan söka igen').first().waitFor();
  await page.getByRole('link', { name: 'Se vem som svarar nu' }).click();
  await page.getByRole('link', { name: /^Ring/ }).first().waitFor();
  await context.close();
});

test('a field that is held back names who decides, and can be asked for once', async () => {
  const { context, page } = await begin('POLICE_OFFICER');
  await search(page, { ...muhamad, 'Var är barnet nu?': '0180' });
  await page.getByRole('button', { name: 'Boende' }).click();
  await page.getByText('Den som kan besluta').first().waitFor();
  await page.getByRole('button', { name: 'Begär att få se det' }).first().click();
  await page.getByLabel('Varför behövs uppgiften?').fill('Barnet fryser och vill hem.');
  await page.getByRole('button', { name: 'Skicka begäran' }).dblclick();
  await page.getByText('Begäran är skickad').waitFor();
  const asker = { role: 'POLICE_OFFICER', purpose: 'IDENTIFICATION' } as const;
  const { data } = await hub.ask(asker, '{ disclosureRequests { edges { node { reason } } } }');
  expect(data.disclosureRequests.edges).toHaveLength(1);
  await context.close();
});

test('who answers now is known without a connection and without a login', async () => {
  const { context, page } = await begin();
  await page.getByRole('link', { name: 'Vem svarar nu' }).click();
  await page.getByText('Katalogen är undertecknad').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.goto(`${proxy.address}#/duty`);
  await page.reload();
  await page.getByLabel('Kommun').selectOption('0140');
  await page.getByLabel('Tidpunkt').fill(`${resolveDay('+2d', now)}T02:30`);
  await page.getByRole('link', { name: 'Ring 114 14' }).first().waitFor();
  await context.close();
});

test('a directory that somebody has changed is not shown', async () => {
  const { context, page } = await begin();
  await page.getByRole('link', { name: 'Vem svarar nu' }).click();
  await page.getByText('Katalogen är undertecknad').waitFor();
  await page.evaluate(async () => {
    const cache = await caches.open('duty');
    const [request] = await cache.keys();
    const signed = await (await cache.match(request!))!.text();
    const [body, signature] = signed.split('.') as [string, string];
    const middle = Math.floor(body.length / 2);
    const changed = body.slice(0, middle) + (body[middle] === 'A' ? 'B' : 'A') + body.slice(middle + 1);
    await cache.put(request!, new Response(`${changed}.${signature}`));
  });
  await page.reload();
  await page.getByText('Katalogen finns inte på den här enheten än').waitFor();
  await page.getByRole('link', { name: 'Ring 114 14' }).waitFor();
  await context.close();
});
