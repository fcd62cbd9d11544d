import type { Comparison } from '../../../subgraphs/shared/matching';
import { loadMunicipality, municipality } from '../../../subgraphs/municipality/subgraph';
import type { MunicipalityRecord } from '../../../subgraphs/municipality/records';
import { startAgency, type Asker, type TestAgency } from '../../harness/startAgency';
import { absconded, now } from './records';

const emergency: Asker = {
  role: 'SOCIAL_EMERGENCY',
  agency: 'MUNICIPALITY',
  municipality: '0180',
  purpose: 'IDENTIFICATION',
};
const worker: Asker = { ...emergency, role: 'SOCIAL_WORKER', purpose: 'PROTECTION' };
const patrol: Asker = { role: 'POLICE_OFFICER', agency: 'POLICE', purpose: 'PROTECTION' };
const officer: Asker = { role: 'MIGRATION_OFFICER', agency: 'MIGRATION_AGENCY', purpose: 'CASE_WORK' };
const volunteer: Asker = { role: 'NGO_WORKER', agency: 'NGO', purpose: 'IDENTIFICATION' };

const here = { municipality: '0180', at: now.toISOString() };
const question = `query ($children: [ID!]!, $met: MeetingInput!) {
  municipalityAbscondings(children: $children, met: $met) { child comparisons { identifier level detail weight } }
}`;
const everybody = ['away', 'hidden', 'home', 'told', 'returned', 'unknown'];

let agency: TestAgency;

beforeAll(async () => {
  agency = await startAgency(municipality, now);
  const released = {
    rows: ['municipality.absconding'],
    basis: 'OSL_10_2',
    releasedAt: '2026-01-01T10:00:00Z',
    releasedBy: 'handlaggare',
  };
  await loadMunicipality(agency.url, [
    named('away', {}),
    named('hidden', { protectedIdentity: true }),
    named('home', { episodes: [] }),
    named('told', {
      releases: [
        { ...released, toAgency: 'POLICE' },
        { ...released, toAgency: 'MIGRATION_AGENCY' },
      ],
    }),
    returned('returned'),
  ]);
});
beforeEach(() => void agency.takeStatements());
afterAll(() => agency.stop());

describe('where and when a child was met', () => {
  it('weighs for the emergency duty for a child that is away, and tells no place', async () => {
    expect(await weighed(emergency)).toEqual({ away: 'AWAY', told: 'AWAY' });
  });

  it('weighs by place for social services that protect the child: where from is a row of its own', async () => {
    const away = async (place: string): Promise<unknown> =>
      (await weighed(worker, { ...here, municipality: place }))['away'];
    expect(await away('2482')).toBe('SAME_MUNICIPALITY');
    expect(await away('2480')).toBe('SAME_COUNTY');
    expect(await away('0180')).toBe('AWAY');
  });

  it('weighs for police only where the municipality has released it', async () => {
    expect(await weighed(patrol)).toEqual({ told: 'AWAY' });
  });

  it('weighs nothing for an officer of whose own cases the municipality knows nothing', async () => {
    expect(await weighed(officer)).toEqual({});
  });

  it('weighs nothing for a volunteer, who may not know of abscondings', async () => {
    expect(await weighed(volunteer)).toEqual({});
  });

  it('says nothing of a child that left only afterwards', async () => {
    const before = await weighed(emergency, { ...here, at: '2026-01-01T00:00:00Z' });
    expect(before).toEqual({});
  });

  it('costs one statement, also about nobody', async () => {
    const counted = async (children: string[]): Promise<number> => {
      await weighed(emergency, here, children);
      return agency.takeStatements().length;
    };
    expect([await counted(everybody), await counted(['unknown']), await counted([])]).toEqual([1, 1, 1]);
  });
});

/** How the absconding of each child weighs; of those of whom nothing is said, nothing. */
async function weighed(
  asker: Asker,
  met: object = here,
  children: readonly string[] = everybody,
): Promise<Record<string, string>> {
  const { data, errors } = await agency.ask(asker, question, { children, met });
  expect(errors).toBeUndefined();
  const rows = data!['municipalityAbscondings'] as { child: string; comparisons: Comparison[] }[];
  return Object.fromEntries(rows.map(({ child, comparisons: [row] }) => [child, row!.detail]));
}

function named(id: string, more: Partial<MunicipalityRecord>): MunicipalityRecord {
  const identity = {
    names: [{ given: 'Toryalai', family: 'Stanikzai', kind: 'REGISTERED' as const }],
    births: [{ date: '2010-09-04', kind: 'REGISTERED' as const }],
    sex: 'MALE' as const,
    phones: [],
  };
  return {
    ...absconded(id, { abscondedAt: '2026-11-19T10:00:00Z', abscondedFrom: '2482' }),
    identity,
    ...more,
  };
}

function returned(id: string): MunicipalityRecord {
  const { episodes } = absconded(id, { returnedAt: '2026-11-20T10:00:00Z' });
  return named(id, { episodes: episodes! });
}
