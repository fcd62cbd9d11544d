import { Client } from 'pg';
import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { loadWorld } from '../../../subgraphs/demo/loadWorld';
import { prepareRegisters } from '../../../subgraphs/demo/prepareRegisters';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestDatabase, type TestDatabase } from '../../harness/database';

const now = new Date('2026-11-21T13:00:00Z');
const databases = new Map<AgencySubgraph, TestDatabase>();
let urls: Record<AgencySubgraph, string>;

beforeAll(async () => {
  for (const agency of agencySubgraphs) databases.set(agency, await createTestDatabase(`demo_${agency}`));
  urls = Object.fromEntries([...databases].map(([agency, { url }]) => [agency, url])) as typeof urls;
  await prepareRegisters(urls);
});

afterAll(async () => {
  for (const database of databases.values()) await database.drop();
});

async function count(agency: AgencySubgraph, table: string): Promise<number> {
  const client = new Client({ connectionString: urls[agency] });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return rows[0]!.count;
  } finally {
    await client.end();
  }
}

async function childrenPerAgency(): Promise<Record<string, number>> {
  const counts = await Promise.all(agencySubgraphs.map((agency) => count(agency, 'child')));
  return Object.fromEntries(agencySubgraphs.map((agency, at) => [agency, counts[at]!]));
}

describe('Loading a world', () => {
  const world = generateWorld({ children: 2_000, seed: 3, now });
  const all = [...storyChildren(now), ...world];
  const held = (agency: AgencySubgraph): number => all.filter((child) => child[agency] !== null).length;
  const expected = Object.fromEntries(agencySubgraphs.map((agency) => [agency, held(agency)]));

  it('puts every child into the register of each agency that knows it, with all that belongs to it', async () => {
    expect(await loadWorld(urls, storyChildren(now))).toBe(15);
    const progress: number[] = [];
    expect(await loadWorld(urls, world, { onProgress: (loaded) => progress.push(loaded) })).toBe(2_000);
    expect(await childrenPerAgency()).toEqual(expected);
    expect(await count('municipality', 'absconding_episode')).toBe(
      all.flatMap((each) => each.municipality?.episodes ?? []).length,
    );
    expect(await count('migration', 'name_claim')).toBe(
      all.flatMap((each) => each.migration?.names ?? []).length,
    );
    expect(await count('police', 'found_event')).toBe(
      all.flatMap((each) => each.police?.foundEvents ?? []).length,
    );
    expect(progress.at(-1)).toBe(2_000);
  });

  it('refuses the same seed again, says to choose another, and writes nothing', async () => {
    const again = loadWorld(urls, generateWorld({ children: 50, seed: 3, now }));
    await expect(again).rejects.toMatchObject({
      message: expect.stringContaining('Choose another seed'),
      extensions: { code: 'CONFLICT', messageSv: expect.stringContaining('Välj ett annat frö') },
    });
    expect(await childrenPerAgency()).toEqual(expected);
  });

  it('leaves every register as it was when it is given up on the way', async () => {
    const interruption = new AbortController();
    const children = {
      *[Symbol.iterator]() {
        yield* generateWorld({ children: 200, seed: 4, now });
        interruption.abort(new Error('given up'));
      },
    };
    await expect(loadWorld(urls, children, { signal: interruption.signal })).rejects.toThrow('given up');
    expect(await childrenPerAgency()).toEqual(expected);
  });

  it('leaves the other registers as they were when one of them fails', async () => {
    const broken = { ...urls, police: urls.police.replace(/\/[^/]*$/, '/nowhere') };
    await expect(loadWorld(broken, generateWorld({ children: 200, seed: 4, now }))).rejects.toThrow(
      'nowhere',
    );
    expect(await childrenPerAgency()).toEqual(expected);
  });

  it('refuses children that can be walked only once', async () => {
    const once = generateWorld({ children: 5, seed: 5, now })[Symbol.iterator]() as Generator<never>;
    await expect(loadWorld(urls, once)).rejects.toThrow('can be walked only once');
  });

  it('adds the children of another seed beside the first', async () => {
    await loadWorld(urls, generateWorld({ children: 100, seed: 5, now }));
    expect((await childrenPerAgency())['migration']).toBeGreaterThan(expected['migration']!);
  });
});
