import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../schema/files';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { chapters } from '../../../subgraphs/identification/report/chapters';
import { createTestHub, type Asker, type TestHub } from '../../harness/hub';

const year = 2025;
const county = '01';
const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-report-'));
const analyst: Asker = { role: 'COUNTY_ANALYST', agency: 'COUNTY_BOARD', purpose: 'STATISTICS' };

let hub: TestHub;
beforeAll(async () => {
  // The world ends soon after the year that is reported, whenever the test runs.
  const world = generateWorld({ children: 6_000, seed: 11, now: new Date('2026-01-05T12:00:00Z') });
  hub = await createTestHub({ children: world, page: folder });
}, 120_000);
afterAll(async () => {
  await hub?.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly output: string;
}

function report(...args: readonly string[]): Promise<Ended> {
  const command = ['-r', '@swc-node/register', 'subgraphs/identification/report/report.ts', ...args];
  return new Promise((ended) => {
    execFile(process.execPath, command, { cwd: projectFolder() }, (error, stdout, stderr) =>
      ended({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

describe('the yearly report of a county', () => {
  const out = join(folder, 'report.html');
  let page: string;
  beforeAll(async () => {
    const made = await report('--county', county, '--year', String(year), '--hub', hub.address, '--out', out);
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Stockholms län 2025') });
    page = readFileSync(out, 'utf8');
  }, 240_000);

  it('holds the numbers that the graph gives, table by table', async () => {
    const tables = readTables(page);
    for (const { subject, by, title, national } of chapters.flatMap((chapter) => chapter.tables)) {
      const ofPlaces = by.endsWith('MUNICIPALITY');
      const where = national || ofPlaces ? null : { dimension: 'COUNTY', category: county };
      const cells = await figures({ subject, year, where }, [by]);
      const own = ofPlaces ? cells.filter(({ categories: [at] }) => at!.startsWith(county)) : cells;
      const told = tables.get(national ? `${title}, hela landet` : title);
      expect({ title, rows: [...(told ?? [])].sort() }).toEqual({
        title,
        rows: own.map(({ labels, count }) => `${labels[0]}: ${count ?? '..'}`).sort(),
      });
    }
  });

  it('shows no number from 1 to 4 that counts children', () => {
    const counts = [...readTables(page).values()].flat().map((row) => row.split(': ').at(-1)!);
    expect(counts.length).toBeGreaterThan(60);
    expect(counts.filter((count) => /^[1-4]$/.test(count))).toEqual([]);
    expect(counts).toContain('..');
  });

  it('says what is counted, by whose definition, and what is hidden', async () => {
    const { data } = await hub.ask(
      analyst,
      `{ statistics(filter: { subject: ABSCONDINGS, year: ${year} }, groupBy: []) { definition } }`,
    );
    expect(page).toContain(data.statistics.definition);
    expect(page).toContain('Tal från 1 till 4 visas inte');
  });

  it('puts the figures of the plans beside its own, those of the county alone', async () => {
    const cells = await figures({ subject: 'CHILDREN_AWAY', year, where: stage('ASSIGNED') }, []);
    expect(page).toMatch(new RegExp(`1\\s829 \\(31 maj 2016;[^<]+</td>\\s*<td>${cells[0]!.count}</td>`));
    expect(page).toContain('256 (januari 2013');
    const elsewhere = join(folder, 'norrbotten.html');
    expect(
      await report('--county', '25', '--year', String(year), '--hub', hub.address, '--out', elsewhere),
    ).toMatchObject({ code: 0 });
    expect(readFileSync(elsewhere, 'utf8')).not.toContain('256 (januari 2013');
  });

  it('needs nothing beside it', () => {
    expect(page).not.toMatch(/<script|<link|<img|https?:|@import/);
  });
});

describe('without a report', () => {
  it.each([
    ['a county that is none', ['--county', '02', '--year', '2025'], '--county: fick / got "02"'],
    ['no year', ['--county', '01'], '--year: fick / got ""'],
    ['a year that is not over', ['--county', '01', '--year', '2099'], '2099 är inte slut'],
    ['an option that is none', ['--county', '01', '--yeer', '2025'], "'--yeer'"],
    ['a token of nobody', ['--county', '01', '--year', '2025', '--token', 'x.y.z'], 'token'],
  ])('the command says what is wrong: %s', async (_, args, told) => {
    const { code, output } = await report('--hub', hub.address, ...args);
    expect(code).toBe(2);
    expect(output.toLowerCase()).toContain(told.toLowerCase());
    expect(output).not.toContain('    at ');
  });

  it('the command says that the hub does not answer', async () => {
    const { code, output } = await report('--county', '01', '--year', '2025', '--hub', 'http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(output).toContain('Navet svarar inte på http://127.0.0.1:1');
  });

  it('the command passes on that the role may not', async () => {
    const token = await hub.issuer.issue({ role: 'SOCIAL_WORKER', municipality: '0180' });
    const { code, output } = await report(
      ...['--county', '01', '--year', '2025', '--hub', hub.address, '--token', token],
    );
    expect({ code, output }).toMatchObject({
      code: 2,
      output: expect.stringMatching(/STATISTICS|SOCIAL_WORKER/),
    });
  });
});

interface Cell {
  readonly categories: readonly string[];
  readonly labels: readonly string[];
  readonly count: number | null;
}

function stage(category: string) {
  return { dimension: 'STAGE', category };
}

async function figures(filter: object, groupBy: string[]): Promise<Cell[]> {
  const { data, errors } = await hub.ask(
    analyst,
    `query Figures($filter: StatisticsFilter!, $groupBy: [StatisticsDimension!]!) {
      statistics(filter: $filter, groupBy: $groupBy) { cells { categories labels count } } }`,
    { filter, groupBy },
  );
  expect(errors).toEqual([]);
  return data.statistics.cells;
}

/** The rows of each table by its caption, as `label: count`. */
function readTables(page: string): Map<string, string[]> {
  const tables = [...page.matchAll(/<caption>([^<]+)<\/caption>.*?<tbody>(.*?)<\/tbody>/gs)];
  return new Map(
    tables
      .filter(([whole]) => whole.includes('class="number"'))
      .map(([, caption, body]) => [
        caption!.trim(),
        [...body!.matchAll(/<th scope="row">([^<]+)<\/th>\s*<td class="number">([^<]+)<\/td>/g)].map(
          ([, label, count]) => `${label}: ${count!.replace(/\s/g, '')}`,
        ),
      ]),
  );
}
