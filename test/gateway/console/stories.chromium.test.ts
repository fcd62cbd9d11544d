import type { Browser } from 'playwright-core';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { resolveBirthDate, resolveDay } from '../../../subgraphs/demo/relativeDate';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { instantOf, localDate } from '../../../subgraphs/shared/time/stockholm';
import { createTestHub, type TestHub } from '../../harness/hub';
import {
  buildPage,
  giveErrand,
  openBrowser,
  search,
  signIn,
  visit,
  type HeardByLabel,
} from '../../harness/page';

// At night, when a municipality without a duty office is answered for by the police.
const now = instantOf(localDate(new Date()), '22:00');
const day = (relative: string): string => resolveDay(relative, now);
const bornOn = (relative: string): string => resolveBirthDate(relative, now);
const spoken = (relative: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long' }).format(new Date(day(relative)));
const born = 'Född, eller ungefärlig ålder';
const dossier = 'Dossiernummer (Migrationsverket)';
const here = 'Var är barnet nu?';

let hub: TestHub;
let browser: Browser;
beforeAll(async () => {
  const children = [...storyChildren(now), ...generateWorld({ children: 100, seed: 1, now })];
  hub = await createTestHub({
    children,
    page: buildPage(),
    env: { SEARCH_BUDGET_FACTOR: '100' },
    now: () => now,
  });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

interface Story {
  readonly story: string;
  readonly role: string;
  readonly municipality?: string;
  readonly purpose?: string;
  readonly heard: HeardByLabel;
  readonly shows: readonly string[];
}

const jour = { role: 'SOCIAL_EMERGENCY', municipality: '0180' };
const police = { role: 'POLICE_OFFICER' };
const neutral = ['Ingen säker träff', 'Det betyder inte att barnet är okänt', 'Ring nu'];

const stories: readonly Story[] = [
  {
    story: 'open-case: Luleå is responsible, Stockholm acts for now',
    ...jour,
    heard: { Förnamn: 'Muhamad', Efternamn: 'Rahimy', [born]: bornOn('-16y2mo') },
    shows: [`Avviken sedan ${spoken('-10d')}`, 'Luleå', 'Stockholm agerar tills vidare', 'Ring nu'],
  },
  {
    story: 'arrival-stage: away before a municipality was assigned',
    ...police,
    heard: { [dossier]: '12-410002', [here]: '1280' },
    shows: ['Avvek innan en kommun hade anvisats', 'Sigtuna', 'Malmö agerar tills vidare'],
  },
  {
    story: 'closed-case: missing, and the Migration Agency assigns anew',
    role: 'OUTREACH_WORKER',
    municipality: '1480',
    heard: { Förnamn: 'Yousef Ali', Efternamn: 'Warsama', [born]: bornOn('-17y') },
    shows: ['Försvunnen', 'Migrationsverket', 'Göteborg agerar tills vidare'],
  },
  {
    story: 'adult-by-decision: the social worker sees the Migration Agency’s responsibility',
    role: 'SOCIAL_WORKER',
    municipality: '0127',
    purpose: 'CASE_WORK',
    heard: { [dossier]: '12-410004' },
    shows: ['Säker träff', 'Migrationsverket'],
  },
  {
    story: 'residence-permit: where the child lives, for good',
    role: 'SOCIAL_EMERGENCY',
    municipality: '0184',
    heard: { Förnamn: 'Mariam', Efternamn: 'Heydari', [born]: bornOn('-14y') },
    shows: ['Botkyrka'],
  },
  {
    story: 'placed-elsewhere: the municipality that placed the child',
    ...police,
    purpose: 'PROTECTION',
    heard: { [dossier]: '12-410006', [here]: '2580' },
    shows: ['Huddinge', 'Luleå agerar tills vidare'],
  },
  {
    story: 'unassigned-closed: the Migration Agency assigns, the finder’s municipality meanwhile',
    role: 'SOCIAL_WORKER',
    municipality: '1280',
    purpose: 'PROTECTION',
    heard: { [dossier]: '12-410007' },
    shows: ['Migrationsverket', 'Malmö agerar tills vidare'],
  },
  {
    story: 'never-applied: wherever the child is found, and “about 15” is enough',
    ...police,
    purpose: 'PROTECTION',
    heard: { Förnamn: 'Ilyas', Efternamn: 'Amrani', [born]: 'ca 15', [here]: '1480' },
    shows: ['Göteborg'],
  },
  { story: 'protected: the neutral answer', ...jour, heard: { [dossier]: '12-410009' }, shows: neutral },
  {
    story: 'twin-a: the twin’s own name leads to the twin',
    ...jour,
    heard: { Förnamn: 'Hossein', Efternamn: 'Jafari', [born]: bornOn('-15y3mo') },
    shows: ['Hussein Jafari', 'Inget avvikande är registrerat'],
  },
  {
    story: 'twin-b: family name and date alone lead to neither',
    ...jour,
    heard: { Efternamn: 'Jafari', [born]: bornOn('-15y3mo') },
    shows: neutral,
  },
  {
    story: 'returned: not away now',
    ...police,
    heard: { Förnamn: 'Cabdiraxmaan', Efternamn: 'Noor', [born]: bornOn('-16y8mo'), [here]: '0180' },
    shows: ['Inte avviken nu', 'Skellefteå'],
  },
  {
    story: 'other-name-other-age: either name leads to the same child',
    role: 'OUTREACH_WORKER',
    municipality: '0180',
    purpose: 'PROTECTION',
    heard: { Förnamn: 'Reza', Efternamn: 'Ahmadzay', [born]: bornOn('-17y') },
    shows: ['Malmö'],
  },
  {
    story: 'three-months-today: missing, and at night the police’s number answers',
    ...jour,
    heard: { [dossier]: '12-410014' },
    shows: ['Försvunnen', 'Nykvarn', 'Ring 114 14'],
  },
  {
    story: 'eighteen-yesterday: the neutral answer',
    ...jour,
    heard: { [dossier]: '12-410015' },
    shows: neutral,
  },
  { story: 'nobody: the neutral answer', ...jour, heard: { [dossier]: '99-999999' }, shows: neutral },
];

test.each(stories)('$story', async ({ role, municipality, purpose, heard, shows }) => {
  const { context, page, complaints } = await visit(browser, hub.address);
  await signIn(page, role, municipality);
  await giveErrand(page, purpose);
  await search(page, heard);
  const card = page.locator('article');
  await card.waitFor();
  const text = await card.innerText();
  for (const words of shows) expect(text).toContain(words);
  expect(await card.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a protected child and nobody are the same page to the letter', async () => {
  const texts: string[] = [];
  for (const number of ['12-410009', '99-999999']) {
    const { context, page } = await visit(browser, hub.address);
    await signIn(page, 'SOCIAL_EMERGENCY', '0180');
    await giveErrand(page);
    await search(page, { [dossier]: number });
    texts.push(await page.locator('article').innerHTML());
    await context.close();
  }
  const withoutIds = texts.map((html) => html.replace(/_r_\w+_/g, ''));
  expect(withoutIds[0]).toBe(withoutIds[1]);
});

test('a name is found in its own letters, from right to left', async () => {
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'SOCIAL_EMERGENCY', '0180');
  await giveErrand(page);
  await search(page, { Förnamn: 'محمد', Efternamn: 'رحیمی', [born]: bornOn('-16y2mo') });
  await page.locator('article').waitFor();
  expect(await page.locator('article').innerText()).toContain('محمد رحیمی');
  await page.goBack();
  expect(await page.getByLabel('Förnamn').evaluate((field) => field.matches(':dir(rtl)'))).toBe(true);
  await context.close();
});
