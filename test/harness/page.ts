import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { projectFolder } from '../../schema/files';
import { temporaryFolder } from './temporaryFolder';

/** Builds the page into a folder of its own. */
export function buildPage(): string {
  const folder = temporaryFolder('page');
  const vite = join(projectFolder(), 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('gateway', 'console', 'vite.config.mts');
  const args = [
    vite,
    'build',
    '--config',
    config,
    '--logLevel',
    'error',
    '--outDir',
    folder,
    '--emptyOutDir',
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: projectFolder(), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

export function openBrowser(): Promise<Browser> {
  // Root may not use Chromium's own sandbox.
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page has written to the console or thrown. */
  readonly complaints: string[];
}

/** A phone with nothing on it. */
export async function visit(
  browser: Browser,
  address: string,
  size: BrowserContextOptions = phone,
): Promise<Visitor> {
  const context = await browser.newContext({ ...size, locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { context, page, complaints };
}

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
export const narrow = { viewport: { width: 320, height: 640 }, hasTouch: true };
export const night = { ...phone, colorScheme: 'dark' as const };
export const desktop = { viewport: { width: 1280, height: 900 } };

export async function signIn(page: Page, role: string, municipality?: string): Promise<void> {
  await page.getByLabel('Roll').selectOption(role);
  if (municipality) await page.getByLabel('Kommun').selectOption(municipality);
  await page.getByRole('button', { name: 'Logga in' }).click();
}

export async function giveErrand(
  page: Page,
  purpose = 'IDENTIFICATION',
  reference = 'JOUR-1',
): Promise<void> {
  await page.locator(`input[value=${purpose}]`).check();
  await page.getByLabel('Ditt ärendenummer').fill(reference);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
}

/** What was heard, by the label of its field; `Var är barnet nu?` takes a code. */
export type HeardByLabel = Readonly<Record<string, string>>;

export async function search(page: Page, heard: HeardByLabel): Promise<void> {
  await hear(page, heard);
  await page.getByRole('button', { name: 'Sök', exact: true }).click();
}

export async function hear(page: Page, heard: HeardByLabel): Promise<void> {
  for (const [label, value] of Object.entries(heard)) {
    const field = page.getByLabel(label);
    if (!(await field.isVisible())) await page.getByText('Nummer på kort, telefon, kön').click();
    if (label === 'Var är barnet nu?') await field.selectOption(value);
    else await field.fill(value);
  }
}
