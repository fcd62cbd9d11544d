import { Client } from 'pg';
import { agencySubgraphs, subgraphNames, type SubgraphName } from '../../../../schema/protocol/vocabulary';
import { closeSubgraphs, startSubgraphs } from '../../../../subgraphs/startSubgraphs';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';
import { assertion, query, signingKey } from './searchOfDutyOfficer';

let databases: Readonly<Record<SubgraphName, TestDatabase>>;
beforeAll(async () => {
  const made = subgraphNames.map(async (name) => [name, await createTestDatabase(name)] as const);
  databases = Object.fromEntries(await Promise.all(made)) as typeof databases;
}, 30_000);
afterAll(() => Promise.all(Object.values(databases ?? {}).map((database) => database.drop())));

test('what is asked as the subgraphs stop is answered and noted to the end, and nothing is begun afterwards', async () => {
  const lines: string[] = [];
  const subgraphs = await startSubgraphs({
    names: subgraphNames,
    databaseUrls: Object.fromEntries(subgraphNames.map((name) => [name, databases[name].url])),
    signingKey,
    agencyTimeoutMs: 20_000,
    log: (line) => lines.push(line),
  });
  const hub = subgraphs.get('identification')!;
  const answers = Array.from({ length: 5 }, () => hub.answer({ query, assertion }));
  await closeSubgraphs(subgraphs);
  for (const answer of await Promise.all(answers)) {
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ identify: { outcome: 'NO_UNIQUE_MATCH' } });
  }
  for (const agency of agencySubgraphs) expect(await countNotes(agency)).toBeGreaterThanOrEqual(5);
  expect(lines.filter((line) => /error|warn/.test(line))).toEqual([]);
  await expect(hub.answer({ query, assertion })).rejects.toThrow('identification is stopping');
}, 60_000);

async function countNotes(agency: SubgraphName): Promise<number> {
  const client = new Client({ connectionString: databases[agency].url });
  await client.connect();
  const { rows } = await client.query<{ notes: number }>('SELECT count(*)::int AS notes FROM disclosure');
  await client.end();
  return rows[0]!.notes;
}
