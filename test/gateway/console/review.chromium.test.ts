import type { Browser } from 'playwright-core';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { expectUsable } from '../../harness/expectUsable';
import { createTestHub, type Asker, type TestHub } from '../../harness/hub';
import { buildPage, giveErrand, openBrowser, search, signIn, visit } from '../../harness/page';

const child = storyChildId('open-case');
const investigator: Asker = { role: 'POLICE_INVESTIGATOR', purpose: 'PROTECTION', caseReference: 'K-1' };
const patrol: Asker = { role: 'POLICE_OFFICER', sub: 'patrol', purpose: 'PROTECTION', caseReference: 'K-2' };

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

async function change(asker: Asker, name: string, input: string): Promise<string> {
  const { data, errors } = await hub.ask(
    asker,
    `mutation { ${name}(input: { child: "${child}", ${input} }) { id } }`,
  );
  expect(errors).toEqual([]);
  return data[name].id;
}

test('an owner decides on a request, and whoever asked sees the decision', async () => {
  await change(investigator, 'requestDisclosure', 'fields: ["Placement.address"], reason: "Var bor barnet?"');
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'SOCIAL_WORKER', '2580');
  await page.getByRole('link', { name: 'Begäranden' }).click();
  await giveErrand(page, 'CASE_WORK', 'SN-1');
  await page.getByText('Var bor barnet?').waitFor();
  await page.getByLabel('Placement.address').check();
  await page.getByLabel('Rättslig grund').fill('SOL_15_7');
  await page.getByLabel('Skäl för beslutet').fill('Behövs för skyddet.');
  await expectUsable(page, 'Begäranden om utlämnande');
  await page.getByRole('button', { name: 'Besluta' }).click();
  await page.getByRole('heading', { name: 'Beviljad' }).waitFor();
  await context.close();

  const asking = await visit(browser, hub.address);
  await signIn(asking.page, 'POLICE_INVESTIGATOR');
  await asking.page.getByRole('link', { name: 'Begäranden' }).click();
  await giveErrand(asking.page, 'PROTECTION', 'K-1');
  await asking.page.getByText('Behövs för skyddet.').waitFor();
  await asking.context.close();
});

test('a reviewer judges what was opened in an emergency', async () => {
  const reason = 'Barnet hotas just nu och måste hittas.';
  await change(patrol, 'breakGlass', `rows: ["municipality.placementAddress"], reason: "${reason}"`);
  const { context, page } = await visit(browser, hub.address);
  await page.getByLabel('Roll').selectOption('AUDITOR');
  await page.getByLabel('Granskar för').selectOption('POLICE');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('link', { name: 'Nödöppningar' }).click();
  await giveErrand(page, 'AUDIT', 'GR-1');
  await page.getByText(reason).waitFor();
  await page.getByLabel('Din bedömning').fill('Det var befogat.');
  await expectUsable(page, 'Nödöppningar');
  await page.getByRole('button', { name: 'Befogad', exact: true }).click();
  await page.getByRole('heading', { name: 'Godkänd' }).waitFor();
  await context.close();
});

test('a patrol opens an address in an emergency, knowing what follows, and sees it at once', async () => {
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'POLICE_OFFICER');
  await giveErrand(page, 'PROTECTION', 'K-3');
  await search(page, { 'Dossiernummer (Migrationsverket)': '12-410001', 'Var är barnet nu?': '0180' });
  await page.getByRole('button', { name: 'Boende' }).click();
  const held = page.locator('.more .held li').first();
  await held.waitFor();
  await held.getByRole('button', { name: 'Nödöppna' }).click();
  await held.getByText('En annan person granskar inom 72 timmar').waitFor();
  await expectUsable(page, 'Säker träff');
  await held.getByLabel('Varför kan det inte vänta?').fill('Kort');
  await held.getByRole('button', { name: 'Öppna i 60 minuter' }).click();
  expect(await held.getByText('Öppet till').count()).toBe(0);
  await held.getByLabel('Varför kan det inte vänta?').fill('Barnet fryser och är hotat just nu.');
  await held.getByRole('button', { name: 'Öppna i 60 minuter' }).dblclick();
  await held.getByText('Öppet till').waitFor();
  await held.getByRole('button', { name: 'Visa uppgiften' }).click();
  // The placement itself is open now; of it the municipality still is not.
  await page.getByText('Placement.municipality visas inte').waitFor();
  expect(await page.getByText('Child.placement visas inte').count()).toBe(0);
  const reviewer: Asker = { role: 'AUDITOR', agency: 'POLICE', purpose: 'AUDIT', caseReference: 'GR-2' };
  const { data } = await hub.ask(reviewer, '{ breakGlasses { edges { node { reason } } } }');
  const reasons = data.breakGlasses.edges.map(({ node }: { node: { reason: string } }) => node.reason);
  expect(reasons.filter((reason: string) => reason.includes('fryser'))).toHaveLength(1);
  await context.close();
});

test('who may open nothing in an emergency is not offered it', async () => {
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'MIGRATION_OFFICER');
  await giveErrand(page, 'PROTECTION', 'M-1');
  await search(page, { 'Dossiernummer (Migrationsverket)': '12-410001', 'Var är barnet nu?': '0180' });
  await page.getByRole('button', { name: 'Boende' }).click();
  await page.getByRole('heading', { name: 'Visas inte' }).first().waitFor();
  expect(await page.getByRole('button', { name: 'Nödöppna' }).count()).toBe(0);
  await context.close();
});

test('a guardian sees who has looked at the ward, and a role sees only what it may do', async () => {
  await hub.ask(
    investigator,
    '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") { child { absconding { absconded } } } }',
  );
  const { context, page } = await visit(browser, hub.address);
  await signIn(page, 'GUARDIAN');
  await giveErrand(page, 'GUARDIANSHIP', 'GM-1');
  await search(page, { 'Dossiernummer (Migrationsverket)': '12-410001', 'Var är barnet nu?': '2580' });
  expect(await page.getByRole('link', { name: 'Nödöppningar' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Vem har tittat?' }).click();
  await page.locator('.rows li').first().waitFor();
  await expectUsable(page, 'Vem har tittat');
  expect(page.url()).not.toContain(child);
  await context.close();
});
