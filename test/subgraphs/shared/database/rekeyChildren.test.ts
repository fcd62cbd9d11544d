import { loadPolice, police } from '../../../../subgraphs/police/subgraph';
import { RekeyChildren1767830400000 } from '../../../../subgraphs/shared/database/rekeyChildren';
import { startAgency, type TestAgency } from '../../../harness/startAgency';

const children = Array.from({ length: 1_200 }, (_, index) => ({
  id: `child-${index}`,
  identity: { names: [], births: [], sex: null, phones: [`+4670174${String(index).padStart(4, '0')}`] },
}));

let agency: TestAgency;
beforeAll(async () => {
  agency = await startAgency(police, new Date('2026-11-21T12:00:00Z'));
  await loadPolice(agency.url, children);
});
afterAll(() => agency?.stop());

const keyed = () =>
  agency.running.database.query<{ id: string; search_keys: string[] }[]>(
    'SELECT id, search_keys FROM child ORDER BY id',
  );

it('every child has the keys again that it was loaded with', async () => {
  const loaded = await keyed();
  await agency.running.database.query(`UPDATE child SET search_keys = '{"from:before"}'`);
  const runner = agency.running.database.createQueryRunner();
  await new RekeyChildren1767830400000().up(runner);
  await runner.release();
  expect(await keyed()).toEqual(loaded);
  expect(loaded).toHaveLength(children.length);
});
