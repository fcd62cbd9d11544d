import { loadPolice, police } from '../../../../subgraphs/police/subgraph';
import type { DataSource } from 'typeorm';
import { candidateLimit } from '../../../../subgraphs/shared/loading/candidateRegister';
import { warmUp } from '../../../../subgraphs/shared/loading/warmUp';
import { startAgency, type Asker, type TestAgency } from '../../../harness/startAgency';

const now = new Date('2026-11-21T12:00:00Z');
const finder: Asker = {
  role: 'SOCIAL_EMERGENCY',
  agency: 'MUNICIPALITY',
  municipality: '0180',
  purpose: 'IDENTIFICATION',
};
const phone = '+46701740606';

describe('a question that many children could be the answer to', () => {
  let agency: TestAgency;

  beforeAll(async () => {
    agency = await startAgency(police, now);
    await loadPolice(agency.url, sharers(0, candidateLimit));
  });
  afterAll(() => agency.stop());

  it('is answered as long as all of them are compared', async () => {
    const { data } = await search();
    expect(data?.['policeCandidates']).toHaveLength(candidateLimit);
  });

  it('is told how many children it was among, also when it was asked just after they were loaded', async () => {
    const { data } = await agency.ask(finder, '{ policeRegisterSize }');
    expect(data).toEqual({ policeRegisterSize: candidateLimit });
  });

  it('is refused with one more, never answered with a part of them', async () => {
    await loadPolice(agency.url, sharers(candidateLimit, 1));
    const { data, errors } = await search();
    expect(data).toBeFalsy();
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', messageSv: expect.any(String) } }]);
  });

  function search() {
    const query = 'query ($c: CandidateCriteria!) { policeCandidates(criteria: $c) { child } }';
    return agency.ask(finder, query, { c: { phone, sex: 'MALE' } });
  }
});

/** Children who have been reached on the same phone. */
function sharers(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `sharer-${from + index}`,
    identity: { names: [], births: [], sex: null, phones: [phone] },
  }));
}

describe('before it is asked', () => {
  let agency: TestAgency;

  beforeAll(async () => {
    agency = await startAgency(police, now);
  });
  afterAll(() => agency.stop());

  it('an empty register has nothing to get ready for', async () => {
    expect(await searchesOfWarmUp()).toBe(0);
  });

  it('a register searches for some of its own children', async () => {
    await loadPolice(agency.url, [
      { id: 'nameless', identity: { names: [], births: [], sex: null, phones: [] } },
      {
        id: 'named',
        identity: {
          names: [{ given: 'Toryalai', family: 'Stanikzai', kind: 'REGISTERED' as const }],
          births: [{ date: '2010-09-04', kind: 'REGISTERED' as const }],
          sex: null,
          phones: [],
        },
      },
    ]);
    expect(await searchesOfWarmUp()).toBe(1);
  });

  async function searchesOfWarmUp(): Promise<number> {
    const { database } = agency.running;
    const seen: string[] = [];
    const query = (sql: string, parameters: unknown[]): Promise<unknown> => {
      seen.push(sql);
      return database.query(sql, parameters);
    };
    await warmUp({ query } as unknown as DataSource, police.accessFacts!, now);
    return seen.filter((sql) => sql.includes('search_keys &&')).length;
  }
});
