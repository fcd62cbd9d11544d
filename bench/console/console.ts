import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { projectFolder } from '../../schema/files';
import type { Bench } from '../bench';
import { removeDataDir } from '../measured/removeDataDir';
import { describeMachine } from '../report/describeMachine';
import { formatTable } from '../report/formatTable';
import { percentile } from '../report/percentile';
import { startHub } from './startHub';

/** The page for people on a slow phone. Needs Chromium on the machine. */
export const consoleBench: Bench = {
  about: 'the page for people on a throttled phone: first usable paint, JavaScript shipped, time to the card',
  run: async ({ say, print, signal }) => {
    const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-bench-console-'));
    say('Building the page and loading the demo …');
    execFileSync('npm', ['run', '--silent', 'build:console'], { cwd: projectFolder(), stdio: 'ignore' });
    const hub = await startHub(folder);
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    try {
      const visits: Visit[] = [];
      for (let visit = 0; visit < visitCount; visit++) {
        signal.throwIfAborted();
        visits.push(await measureVisit(browser, hub.address));
      }
      print(`# console\n\n${describeMachine()}; hub, PostgreSQL and browser share it.\n\n${toTable(visits)}`);
    } finally {
      await browser.close();
      await hub.stop();
      removeDataDir(folder);
    }
  },
};

const visitCount = 7;

/** What Lighthouse calls slow 4G on a phone of the middle: 1.6 Mbit/s, 150 ms, a processor four times slower. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slowdown = 4;

interface Visit {
  /** Milliseconds from the address to a form that can be used, with nothing kept on the phone. */
  readonly usable: number;
  /** Bytes of scripts as sent, up to the form in which a child is described. */
  readonly script: number;
  /** Milliseconds from the press after the last character to the card. */
  readonly card: number;
}

async function measureVisit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await throttle(page);
  const scripts = countScripts(session);
  const opened = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  const usable = performance.now() - opened;
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Your case number').fill('BENCH-1');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('Number on a card').click();
  const script = scripts();
  const number = page.getByLabel('Dossier number');
  await number.fill('12-410001');
  const typed = performance.now();
  await number.press('Enter');
  await page.locator('article').waitFor();
  const card = performance.now() - typed;
  await context.close();
  return { usable, script, card };
}

async function throttle(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}

function countScripts(session: CDPSession): () => number {
  const sizes = new Map<string, number>();
  const ids = new Set<string>();
  session.on(
    'Network.responseReceived',
    ({ requestId, type }) => void (type === 'Script' && ids.add(requestId)),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ids.has(requestId)) sizes.set(requestId, encodedDataLength);
  });
  return () => [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function toTable(visits: readonly Visit[]): string {
  const row = (what: string, unit: string, values: readonly number[]): string[] => [
    what,
    unit,
    ...[0, 0.5, 1].map((share) =>
      percentile(
        [...values].sort((a, b) => a - b),
        share,
      ).toFixed(0),
    ),
  ];
  return formatTable(
    ['on a throttled phone', 'unit', 'least', 'median', 'most'],
    [
      row(
        'first usable paint',
        'ms',
        visits.map(({ usable }) => usable),
      ),
      row(
        'JavaScript shipped',
        'KB',
        visits.map(({ script }) => script / 1000),
      ),
      row(
        'last character to card',
        'ms',
        visits.map(({ card }) => card),
      ),
    ],
  );
}
