import type { Attestation } from '../../../schema/protocol/attestation';
import type { GuardianshipRecord } from '../../../subgraphs/guardianship/records';
import { guardianship, loadGuardianship } from '../../../subgraphs/guardianship/subgraph';
import { startAgency, type Asker, type TestAgency } from '../../harness/startAgency';

// Still the 20th in UTC, but the 21st in Stockholm.
const now = new Date('2026-11-20T23:30:00Z');

const guardian: Asker = {
  role: 'GUARDIAN',
  agency: 'GUARDIANSHIP_BOARD',
  id: 'guardian-1',
  purpose: 'GUARDIANSHIP',
};
const board: Asker = {
  role: 'GUARDIANSHIP_OFFICER',
  agency: 'GUARDIANSHIP_BOARD',
  municipality: '2580',
  purpose: 'GUARDIANSHIP',
};
const finder: Asker = {
  role: 'SOCIAL_EMERGENCY',
  agency: 'MUNICIPALITY',
  municipality: '0180',
  purpose: 'IDENTIFICATION',
};

const inForce = {
  kind: 'GOD_MAN',
  boardMunicipality: '2580',
  guardianPrincipal: 'guardian-1',
  guardianName: 'Testa Testsson',
  phone: '+46700000101',
  email: 'testa@example.org',
  appointedOn: '2026-02-01',
  petitionForCustodianOn: '2026-10-01',
} as const;
const before = {
  kind: 'PROVISIONAL',
  boardMunicipality: '0127',
  guardianPrincipal: 'guardian-0',
  guardianName: 'Prova Provsson',
  appointedOn: '2025-12-01',
  endedOn: '2026-02-01',
  endReason: 'CHANGE_OF_GUARDIAN',
} as const;

const ward: GuardianshipRecord = {
  id: 'ward',
  names: [{ given: 'Ali', family: 'Khan' }],
  birthDate: '2010-09-21',
  sex: 'MALE',
  dossierNumber: '12-410001',
  adultDecision: false,
  adultDecidedOn: '2026-03-01',
  guardianships: [before, inForce],
};
const keptFromGuardian: GuardianshipRecord = {
  id: 'kept',
  secretFromGuardian: true,
  names: [{ given: 'Maryam', family: 'Haidari' }],
  guardianships: [inForce],
};
const released: GuardianshipRecord = {
  id: 'released',
  names: [{ given: 'Omar', family: 'Al-Hamid' }],
  guardianships: [
    { ...inForce, endedOn: '2026-11-21', endReason: 'TURNED_18', boardContact: '+46920000000' },
  ],
};
const hidden: GuardianshipRecord = {
  id: 'hidden',
  protectedIdentity: true,
  names: [{ given: 'Zahra', family: 'Nazari' }],
  guardianships: [inForce],
};

const everyField = `guardian { name phone email }
  guardianship { kind status board { code name } boardContact appointedOn endedOn endReason petitionForCustodian }`;

describe('the guardianship subgraph', () => {
  let agency: TestAgency;

  beforeAll(async () => {
    agency = await startAgency(guardianship, now);
    await loadGuardianship(agency.url, [ward, keptFromGuardian, released, hidden]);
  });
  afterAll(() => agency.stop());
  beforeEach(() => void agency.takeStatements());

  async function read(asker: Asker, fields: string, facts: Partial<Attestation>[]) {
    const representations = facts.map(({ child }) => ({ __typename: 'Child', id: child }));
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { ${fields} } } }`;
    const { data, errors = [] } = await agency.ask(asker, query, { r: representations }, facts);
    return {
      children: data?.['_entities'] as Record<string, unknown>[],
      closed: errors.map(({ path, extensions }) => [
        path?.slice(2).join('.'),
        extensions['code'],
        extensions['basis'],
      ]),
    };
  }

  it('shows the board and the guardian every field, the guardianship in force first, in one statement', async () => {
    for (const asker of [guardian, board]) {
      const facts = [
        { child: 'ward', related: true },
        { child: 'released', related: true },
        { child: 'nobody', related: true },
      ];
      const { children, closed } = await read(asker, everyField, facts);
      expect(closed).toEqual([]);
      expect(children).toEqual([
        {
          guardian: { name: 'Testa Testsson', phone: '+46700000101', email: 'testa@example.org' },
          guardianship: {
            kind: 'GOD_MAN',
            status: 'ACTIVE',
            board: { code: '2580', name: 'Luleå' },
            boardContact: expect.stringContaining('Överförmyndaren i Luleå'),
            appointedOn: '2026-02-01',
            endedOn: null,
            endReason: null,
            petitionForCustodian: true,
          },
        },
        {
          guardian: null,
          guardianship: {
            kind: 'GOD_MAN',
            status: 'ENDED',
            board: { code: '2580', name: 'Luleå' },
            boardContact: '+46920000000',
            appointedOn: '2026-02-01',
            endedOn: '2026-11-21',
            endReason: 'TURNED_18',
            petitionForCustodian: true,
          },
        },
        { guardian: null, guardianship: null },
      ]);
      expect(agency.takeStatements()).toHaveLength(1);
    }
  });

  it('shows a finder who has identified the child which board to ring, and no more', async () => {
    const fields =
      'guardian { name } guardianship { kind board { code } boardContact appointedOn petitionForCustodian }';
    const { children, closed } = await read(finder, fields, [{ child: 'ward', identified: true }]);
    expect(children).toEqual([
      {
        guardian: null,
        guardianship: {
          kind: null,
          board: { code: '2580' },
          boardContact: expect.any(String),
          appointedOn: null,
          petitionForCustodian: null,
        },
      },
    ]);
    expect(closed).toEqual([
      ['guardian', 'SECRECY', 'OSL_32_4'],
      ['guardianship.kind', 'SECRECY', 'OSL_32_4'],
      ['guardianship.appointedOn', 'SECRECY', 'OSL_32_4'],
      ['guardianship.petitionForCustodian', 'SECRECY', 'OSL_32_4'],
    ]);
  });

  it.each<[string, Asker, Partial<Attestation>, Record<string, unknown>]>([
    [
      'a patrol that protects the child whether there is a guardian',
      { role: 'POLICE_OFFICER', agency: 'POLICE', purpose: 'PROTECTION' },
      { identified: true, absconding: true },
      { status: 'ACTIVE', kind: null, petitionForCustodian: null },
    ],
    [
      'the officer of the child’s asylum case whether a custodian has been petitioned for',
      { role: 'MIGRATION_OFFICER', agency: 'MIGRATION_AGENCY', purpose: 'CASE_WORK' },
      { related: true },
      { status: 'ACTIVE', kind: 'GOD_MAN', petitionForCustodian: true },
    ],
  ])('tells %s', async (_name, asker, facts, expected) => {
    const fields = 'guardianship { status kind petitionForCustodian }';
    const { children } = await read(asker, fields, [{ child: 'ward', ...facts }]);
    expect(children).toEqual([{ guardianship: expected }]);
  });

  it('shows nothing without a ground, and does not ask the database', async () => {
    const { children, closed } = await read(finder, everyField, [{ child: 'ward' }]);
    expect(children).toEqual([{ guardian: null, guardianship: null }]);
    expect(closed.map(([field, code]) => [field, code])).toEqual([
      ['guardian', 'SECRECY'],
      ['guardianship', 'SECRECY'],
    ]);
    expect(agency.takeStatements()).toEqual([]);
  });

  it('hides a protected child from an asker whose attestation does not know of the mark', async () => {
    const { children } = await read(finder, 'guardianship { board { code } }', [
      { child: 'hidden', identified: true },
    ]);
    expect(children).toEqual([{ guardianship: null }]);
  });

  it('tells the hub the facts its rules read, and that a child is not registered', async () => {
    const facts = ['ward', 'released', 'nobody'].map((child) => ({ child, identified: true }));
    const asked = 'guardianshipFacts { registered adult hasGuardian }';
    const { children } = await read(finder, asked, [...facts, { child: 'hidden' }]);
    expect(children.map((child) => child['guardianshipFacts'])).toEqual([
      { registered: true, adult: false, hasGuardian: true },
      { registered: true, adult: null, hasGuardian: false },
      { registered: false, adult: null, hasGuardian: false },
      null,
    ]);
  });

  it.each([
    ['the guardian in force, unless the child is kept from the guardian', guardian, ['hidden', 'ward']],
    ['a guardian who has been replaced', { ...guardian, id: 'guardian-0' }, []],
    ['the board that supervises', board, ['hidden', 'kept', 'released', 'ward']],
    ['the board that did before', { ...board, municipality: '0127' }, []],
    ['the guardian’s name in another role', { ...finder, id: 'guardian-1' }, []],
  ])('tells the hub whose ward a child is: %s', async (_name, asker, expected) => {
    const query = 'query ($c: [ID!]!) { guardianshipAccessFacts(children: $c) { child related adult } }';
    const { data } = await agency.ask(asker, query, { c: ['ward', 'kept', 'released', 'hidden', 'nobody'] });
    const facts = data?.['guardianshipAccessFacts'] as {
      child: string;
      related: boolean;
      adult: boolean | null;
    }[];
    expect(
      facts
        .filter(({ related }) => related)
        .map(({ child }) => child)
        .sort(),
    ).toEqual(expected);
    expect(facts.every(({ adult }) => adult === null)).toBe(true);
  });

  it('tells the hub candidates with levels of agreement and never a value', async () => {
    const query = `query ($c: CandidateCriteria!) {
      guardianshipCandidates(criteria: $c) { child comparisons { identifier level } } }`;
    const { data } = await agency.ask(finder, query, { c: { dossierNumber: '12-410001' } });
    expect(data?.['guardianshipCandidates']).toMatchObject([{ child: 'ward' }]);
    expect(JSON.stringify(data)).not.toMatch(/Khan|12-410001/);
    expect(agency.takeStatements()).toHaveLength(1);
  });

  it('answers nobody but the hub', async () => {
    const { data, errors } = await agency.running.answer({
      query: '{ _service { sdl } }',
      assertion: 'forged',
    });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('keeps one guardianship in force per child', async () => {
    const twice = { ...ward, id: 'twice', guardianships: [inForce, inForce] };
    await expect(loadGuardianship(agency.url, [twice])).rejects.toThrow(/guardianship_in_force/);
  });
});
