import { Client } from 'pg';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type TestHub } from '../../harness/hub';
import {
  buildPage,
  desktop,
  giveErrand,
  narrow,
  night,
  openBrowser,
  search,
  signIn,
  visit,
  type Visitor,
} from '../../harness/page';
import { startPathProxy, type PathProxy } from '../../harness/pathProxy';

let hub: TestHub;
let proxy: PathProxy;
let browser: Browser;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()), page: buildPage() });
  proxy = await startPathProxy(hub.address, '/natt/');
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await proxy?.away();
  await hub?.close();
});

/** At a form about the demo's first child. */
async function openForm(
  form: string,
  role = 'SOCIAL_WORKER',
  purpose = 'CASE_WORK',
  municipality = '2580',
  size?: BrowserContextOptions,
): Promise<Visitor> {
  const visitor = await visit(browser, proxy.address, size);
  await signIn(visitor.page, role, role === 'GUARDIAN' ? undefined : municipality);
  await enterForm(visitor.page, form, purpose);
  return visitor;
}

async function enterForm(page: Page, form: string, purpose: string): Promise<void> {
  await page.getByRole('link', { name: 'Mina ärenden' }).click();
  await giveErrand(page, purpose, 'SN-7');
  await page.locator('.row-link').first().click();
  await page.getByRole('link', { name: form }).click();
  await page.getByRole('heading', { level: 1, name: form }).waitFor();
}

const next = (page: Page) => page.getByRole('button', { name: 'Nästa' }).click();
const send = (page: Page) => page.getByRole('button', { name: 'Skicka' });
const police = 'Anmäl till polisen';

/** Through the police's six parts to the last look at them; the names are there already. */
async function fillPoliceReport(page: Page): Promise<void> {
  await page.getByLabel('Var barnet sågs senast', { exact: true }).fill('Stationen\u0007');
  await next(page);
  expect(await page.getByLabel('Förnamn').inputValue()).toBe('Mohammed');
  for (let part = 0; part < 5; part++) await next(page);
  await page.getByText('Kontrollera och skicka').waitFor();
}

test('a police report is guided part by part, says what is missing, and is sent once', async () => {
  const before = await count('police', 'report_supplement');
  const { context, page, complaints } = await openForm(police, 'GUARDIAN', 'GUARDIANSHIP');
  await page.getByLabel('När barnet avvek').fill('');
  await next(page);
  await page.getByText('Det här behöver besvaras').waitFor();
  expect(await page.getByLabel('När barnet avvek').evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.getByLabel('När barnet avvek').fill('2026-01-10T20:00');
  await fillPoliceReport(page);
  expect(await page.getByRole('definition').allInnerTexts()).toContain('Stationen');
  await send(page).dblclick();
  await page.getByText('Polisen har anmälan').waitFor();
  await page.goBack();
  await page.getByText('Polisen har anmälan').waitFor();
  expect(await count('police', 'report_supplement')).toBe(before + 1);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a connection that breaks while it is sent loses nothing, and what is sent again is one change', async () => {
  const { context, page } = await openForm('Registrera påträffande eller återkomst');
  await page.getByLabel('När påträffades barnet?').fill(nowAt(-2));
  await page.getByLabel('Polisen', { exact: true }).check();
  await page.getByLabel('I länet').check();
  await next(page);
  await next(page);
  // The hub gets it, and the answer is lost on its way.
  await page.route(
    '**/graphql',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await send(page).click();
  await page.getByRole('heading', { name: 'Navet svarar inte' }).waitFor();
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await page.getByText('Det är registrerat').waitFor();
  await context.close();
});

test('a record that somebody else has changed is told, and read anew', async () => {
  const { context, page } = await openForm('God mans inställning till avslut');
  await page.getByLabel('Motsätter sig').check();
  await page.getByLabel('Skälet').fill('Barnet kan komma tillbaka.');
  await next(page);
  await change('UPDATE social_case SET version = version + 1');
  await send(page).click();
  await page.getByRole('heading', { name: 'Ärendet har ändrats under tiden' }).waitFor();
  await page.getByRole('button', { name: 'Läs in ärendet på nytt' }).click();
  await page.getByRole('heading', { name: 'Ärendet har ändrats' }).waitFor({ state: 'detached' });
  await send(page).click();
  await page.getByText('God mans inställning är registrerad').waitFor();
  await context.close();
});

test('a case is closed by its rules, each told in plain words', async () => {
  await change('UPDATE absconding_episode SET found_at = NULL, found_by = NULL, found_where = NULL');
  await change('UPDATE social_case SET guardian_consulted_on = NULL, guardian_opinion = NULL');
  const { context, page } = await openForm('Avsluta ärendet');
  await send(page).click();
  await page.getByRole('heading', { name: 'Ärendet kan inte avslutas än' }).waitFor();
  await change("UPDATE absconding_episode SET found_at = now() - interval '1 hour'");
  await send(page).click();
  await page.getByRole('heading', { name: 'God man är inte tillfrågad' }).waitFor();
  await page.getByRole('link', { name: 'Registrera god mans inställning' }).click();
  await page.getByLabel('Instämmer').check();
  await next(page);
  await send(page).click();
  await page.getByText('God mans inställning är registrerad').waitFor();
  await context.close();
});

test('a guardian reports to the board, follow-ups come with their answers, and the receipt says what to do', async () => {
  const { context, page } = await openForm(
    'Rapportera till överförmyndaren: barnet är borta',
    'GUARDIAN',
    'GUARDIANSHIP',
  );
  const answer = async (question: string, word: string) =>
    page.getByRole('group', { name: question }).getByLabel(word, { exact: true }).check();
  expect(await page.getByLabel('Av vem?').count()).toBe(0);
  await answer('Är försvinnandet polisanmält?', 'Nej');
  await next(page);
  for (const whom of ['Migrationsverket', 'socialtjänsten', 'boendet', 'skolan']) {
    await answer(`Har du meddelat ${whom}?`, 'Nej');
    await page.getByLabel(new RegExp(`Varför har ${whom} inte`)).fill('Ingen svarar.');
  }
  await next(page);
  await answer('Har du talat med dem', 'Nej');
  await page.getByLabel('Varför inte?').fill('Jag känner ingen.');
  for (const question of ['riskmiljö', 'lämnat Sverige', 'någon annan meddelat'])
    await answer(question, 'Nej');
  await answer('Jag vet att jag ska meddela', 'Ja');
  await next(page);
  await send(page).click();
  await page.getByText('Överförmyndaren har din rapport').waitFor();
  await page.getByText('Anmäl försvinnandet till polisen nu').waitFor();
  await context.close();
});

test('an absconding is registered of a child who was found by a search', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await signIn(page, 'SOCIAL_WORKER', '2482');
  await giveErrand(page, 'CASE_WORK', 'SN-9');
  await search(page, { 'Dossiernummer (Migrationsverket)': '12-410012' });
  await page.getByRole('link', { name: 'Barnets ärende' }).click();
  await page.getByRole('link', { name: 'Registrera ett avvikande' }).click();
  await page.getByLabel('När lämnade barnet boendet?').fill(nowAt(-5));
  await page.getByRole('group', { name: 'innan en kommun' }).getByLabel('Nej').check();
  await next(page);
  await next(page);
  await send(page).click();
  await page.getByText('Avvikandet är registrerat').waitFor();
  await page.getByRole('link', { name: 'Till barnets ärende' }).click();
  await page.getByText('Avviken sedan').waitFor();
  await context.close();
});

test('what the hub refuses is shown at its question', async () => {
  const { context, page } = await openForm('Registrera påträffande eller återkomst');
  await page.getByLabel('När påträffades barnet?').fill('2020-01-01T10:00');
  await page.getByLabel('Polisen', { exact: true }).check();
  await page.getByLabel('I länet').check();
  await next(page);
  await next(page);
  await send(page).click();
  await page.getByLabel('När påträffades barnet?').and(page.locator('[aria-invalid]')).waitFor();
  await context.close();
});

describe('a draft', () => {
  const kept = (page: Page) => page.evaluate(() => JSON.stringify(localStorage));

  test('stays in memory alone unless its writer wants it kept on the device', async () => {
    const { context, page } = await openForm(police);
    await page.getByLabel('Var barnet sågs senast', { exact: true }).fill('Stationen');
    await page.getByRole('link', { name: '‹ Barnets ärende' }).click();
    await page.getByRole('link', { name: police }).click();
    expect(await page.getByLabel('Var barnet sågs senast', { exact: true }).inputValue()).toBe('Stationen');
    expect(await kept(page)).not.toContain('Stationen');
    await context.close();
  });

  test('that is kept outlives the page, and goes when it is no longer wanted, and at the sign-out', async () => {
    const { context, page } = await openForm(police);
    await page.getByLabel('Spara utkastet').check();
    await page.getByLabel('Var barnet sågs senast', { exact: true }).fill('Stationen');
    expect(await kept(page)).toContain('Stationen');
    await page.reload();
    await signIn(page, 'SOCIAL_WORKER', '2580');
    await enterForm(page, police, 'CASE_WORK');
    await page.getByText('Ditt utkast från').waitFor();
    expect(await page.getByLabel('Var barnet sågs senast', { exact: true }).inputValue()).toBe('Stationen');
    await page.getByLabel('Spara utkastet').uncheck();
    expect(await kept(page)).not.toContain('Stationen');
    await page.getByLabel('Spara utkastet').check();
    expect(await kept(page)).toContain('Stationen');
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('heading', { name: 'Prova som' }).waitFor();
    expect(await kept(page)).not.toContain('Stationen');
    await context.close();
  });

  test('that is older than a day goes when the page is opened', async () => {
    const { context, page } = await openForm(police);
    await page.getByLabel('Spara utkastet').check();
    await page.evaluate(() => {
      const [name] = Object.keys(localStorage).filter((each) => each.startsWith('draft '));
      const draft = JSON.parse(localStorage.getItem(name!)!);
      const savedAt = new Date(Date.now() - 25 * 3_600_000).toISOString();
      localStorage.setItem(name!, JSON.stringify({ ...draft, savedAt }));
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Prova som' }).waitFor();
    expect(await kept(page)).not.toContain('draft');
    await context.close();
  });

  test('is for its writer alone', async () => {
    const { context, page } = await openForm(police);
    await page.getByLabel('Spara utkastet').check();
    await page.getByLabel('Var barnet sågs senast', { exact: true }).fill('Stationen');
    await page.reload();
    await signIn(page, 'GUARDIAN');
    await enterForm(page, police, 'GUARDIANSHIP');
    expect(await page.getByLabel('Var barnet sågs senast', { exact: true }).inputValue()).toBe('');
    expect(await kept(page)).not.toContain('Stationen');
    await context.close();
  });
});

test('a login that runs out in the middle of a form keeps what was typed', async () => {
  const { context, page } = await visit(browser, proxy.address);
  await page.route(
    '**/demo/token*',
    (route) => route.continue({ url: `${route.request().url()}&expires=12s` }),
    { times: 1 },
  );
  await signIn(page, 'SOCIAL_WORKER', '2580');
  await enterForm(page, police, 'CASE_WORK');
  await page.getByLabel('Var barnet sågs senast', { exact: true }).fill('Stationen');
  await page.getByRole('heading', { name: 'Inloggningen har gått ut' }).waitFor();
  await signIn(page, 'SOCIAL_WORKER', '2580');
  expect(await page.getByLabel('Var barnet sågs senast', { exact: true }).inputValue()).toBe('Stationen');
  await context.close();
});

test.each([
  ['a phone at night', night],
  ['the narrowest phone', narrow],
  ['a desk', desktop],
])('every part of a form can be used by everybody on %s', async (_, size) => {
  const { context, page } = await openForm(police, 'SOCIAL_WORKER', 'CASE_WORK', '2580', size);
  await page.getByLabel('När barnet avvek').fill('');
  await next(page);
  await expectUsable(page, police);
  await page.getByLabel('När barnet avvek').fill(nowAt(-300));
  for (let part = 0; part < 6; part++) {
    await next(page);
    await expectUsable(page, police);
  }
  await page.getByRole('button', { name: 'English' }).click();
  await expectUsable(page, 'Report to the police');
  await context.close();
});

test('a form is filled in and sent by the keyboard alone', async () => {
  const { context, page } = await openForm(
    'God mans inställning till avslut',
    undefined,
    undefined,
    undefined,
    desktop,
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  while (!(await page.evaluate(() => document.activeElement?.matches('[type=radio]'))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  while (!(await page.evaluate(() => document.activeElement?.matches('[type=submit]'))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Kontrollera och skicka').waitFor();
  while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Skicka')
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('God mans inställning är registrerad').waitFor();
  await context.close();
});

/** As a field for an instant holds it, so many hours from now. */
function nowAt(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return `${at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })}T${at.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })}`;
}

async function count(agency: 'municipality' | 'police', table: string): Promise<number> {
  return Number((await query(agency, `SELECT count(*) AS count FROM ${table}`))[0]!['count']);
}

async function change(sql: string): Promise<void> {
  await query('municipality', sql);
}

async function query(agency: 'municipality' | 'police', sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: hub.databases[agency].url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
