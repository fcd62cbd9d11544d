import { agencySubgraphs, type AgencySubgraph } from '../../../../schema/protocol/vocabulary';
import { definitions } from '../../../../subgraphs/definitions';
import { generateWorld } from '../../../../subgraphs/demo/generateWorld';
import { loadWorld } from '../../../../subgraphs/demo/loadWorld';
import { bindNamed } from '../../../../subgraphs/shared/loading/bindNamed';
import { factColumns } from '../../../../subgraphs/shared/loading/candidateRegister';
import { startAgency, type TestAgency } from '../../../harness/startAgency';

const now = new Date('2026-11-21T12:00:00Z');
const agencies = new Map<AgencySubgraph, TestAgency>();

beforeAll(async () => {
  for (const name of agencySubgraphs) agencies.set(name, await startAgency(definitions[name], now));
  const urls = Object.fromEntries([...agencies].map(([name, { url }]) => [name, url]));
  await loadWorld(urls as never, generateWorld({ children: 1_000, seed: 1, now }));
}, 60_000);
afterAll(() => Promise.all([...agencies.values()].map((agency) => agency.stop())));

test.each(agencySubgraphs)(
  'in a plan for any children, %s looks up child by child what access hangs on',
  async (name) => {
    const wanted = ['adult', 'absconding', 'found', 'handrackning'];
    const facts = factColumns(definitions[name].accessFacts!, wanted);
    const [sql, parameters] = bindNamed(`SELECT ${facts} FROM child c WHERE c.id = ANY(:children::text[])`, {
      children: '{}',
      today: '2026-11-21',
      now: now.toISOString(),
    });
    const { database } = agencies.get(name)!.running;
    await database.query('ANALYZE');
    const plan = await database.transaction(async (manager) => {
      await manager.query(`SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off;
        PREPARE facts AS ${sql}`);
      const given = parameters.map((value) => `'${String(value)}'`).join();
      const lines = await manager.query<object[]>(`EXPLAIN EXECUTE facts (${given})`);
      await manager.query('DEALLOCATE facts');
      return JSON.stringify(lines);
    });
    expect(plan).toContain('Index Cond: (id = ANY');
    expect(plan).not.toContain('Seq Scan');
  },
);
