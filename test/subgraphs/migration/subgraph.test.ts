import type { Attestation } from '../../../schema/protocol/attestation';
import { loadMigration, migration } from '../../../subgraphs/migration/subgraph';
import { arrived, disputed, grown, hidden, known } from './children';
import { startAgency, type Asker, type TestAgency } from '../../harness/startAgency';

// Still the 20th in UTC, but the 21st in Stockholm.
const now = new Date('2026-11-20T23:30:00Z');

const socialWorker: Asker = {
  role: 'SOCIAL_WORKER',
  agency: 'MUNICIPALITY',
  municipality: '2580',
  purpose: 'CASE_WORK',
};
const finder: Asker = {
  role: 'SOCIAL_EMERGENCY',
  agency: 'MUNICIPALITY',
  municipality: '0180',
  purpose: 'IDENTIFICATION',
};
const officer: Asker = {
  role: 'MIGRATION_OFFICER',
  agency: 'MIGRATION_AGENCY',
  id: 'officer-1',
  purpose: 'CASE_WORK',
};

const everyField = `
  dossierNumber lmaNumber names { given family full kind statedBy statedOn } birthDate
  birthDateClaims { date year kind statedAge statedBy statedOn }
  isMinor ageAssessment { authority adult decidedOn method provisional final } sex citizenship
  languages { code name english: name(language: EN) interpreterNeeded }
  arrivalMunicipality { code name }
  assignment { municipality { code name } assignedOn ground endedOn current }
  assignmentHistory { municipality { code } assignedOn ground endedOn current }
  asylumCase { status decision decidedOn appealPending openedOn closedOn lmaEntitled }`;
const factsFields = `migrationFacts {
  registered adult birthDate arrivalMunicipality assignedMunicipality assignedOn residencePermit }`;

describe('the migration subgraph', () => {
  let agency: TestAgency;

  beforeAll(async () => {
    agency = await startAgency(migration, now);
    await loadMigration(agency.url, [known, arrived, disputed, grown, hidden]);
  });
  afterAll(() => agency.stop());
  beforeEach(() => void agency.takeStatements());

  async function read(asker: Asker, fields: string, facts: Partial<Attestation>[]) {
    const representations = facts.map(({ child }) => ({ __typename: 'Child', id: child }));
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { ${fields} } } }`;
    const { data, errors = [] } = await agency.ask(asker, query, { r: representations }, facts);
    return {
      children: data?.['_entities'] as Record<string, never>[],
      closed: errors.map(({ path, extensions }) => [
        path?.slice(2).join('.'),
        extensions['code'],
        extensions['basis'],
      ]),
    };
  }

  describe('shows', () => {
    it('its own officer every field', async () => {
      const { children, closed } = await read(officer, everyField, [{ child: 'known', related: true }]);
      expect(closed).toEqual([]);
      expect(children).toEqual([
        {
          dossierNumber: '12-410001',
          lmaNumber: '50-771913',
          names: [
            { given: 'Ali', family: 'Khan', full: null, kind: 'REGISTERED', statedBy: null, statedOn: null },
            {
              given: 'Reza',
              family: 'Ahmadzai',
              full: null,
              kind: 'STATED',
              statedBy: 'POLICE',
              statedOn: '2025-03-01',
            },
            { given: null, family: null, full: 'Ali Reza', kind: 'ALIAS', statedBy: null, statedOn: null },
          ],
          birthDate: '2010-09-21',
          birthDateClaims: [
            {
              date: '2010-09-21',
              year: null,
              kind: 'REGISTERED',
              statedAge: null,
              statedBy: null,
              statedOn: null,
            },
            {
              date: null,
              year: null,
              kind: 'STATED',
              statedAge: 17,
              statedBy: 'MIGRATION_AGENCY',
              statedOn: '2025-03-01',
            },
          ],
          isMinor: true,
          ageAssessment: {
            authority: 'MIGRATION_AGENCY',
            adult: false,
            decidedOn: '2025-09-01',
            method: 'OVERALL',
            provisional: false,
            final: true,
          },
          sex: 'MALE',
          citizenship: 'AFG',
          languages: [
            { code: 'prs', name: 'dari', english: 'Dari', interpreterNeeded: true },
            { code: 'en', name: 'engelska', english: 'English', interpreterNeeded: false },
          ],
          arrivalMunicipality: { code: '0191', name: 'Sigtuna' },
          assignment: {
            municipality: { code: '2580', name: 'Luleå' },
            assignedOn: '2025-06-01',
            ground: 'NEAR_RELATIVE',
            endedOn: null,
            current: true,
          },
          assignmentHistory: [
            {
              municipality: { code: '2580' },
              assignedOn: '2025-06-01',
              ground: 'NEAR_RELATIVE',
              endedOn: null,
              current: true,
            },
            {
              municipality: { code: '0127' },
              assignedOn: '2025-03-10',
              ground: 'NEXT_IN_TURN',
              endedOn: '2025-06-01',
              current: false,
            },
          ],
          asylumCase: {
            status: 'OPEN',
            decision: 'REFUSED',
            decidedOn: '2026-05-01',
            appealPending: true,
            openedOn: '2025-03-02',
            closedOn: null,
            lmaEntitled: true,
          },
        },
      ]);
    });

    it('a finder who has identified the child what identifies it, and registered names alone', async () => {
      const fields = 'dossierNumber names { full given kind } birthDateClaims { date } isMinor';
      const { children, closed } = await read(finder, fields, [{ child: 'known', identified: true }]);
      expect(closed).toEqual([]);
      expect(children).toEqual([
        {
          dossierNumber: '12-410001',
          names: [{ full: null, given: 'Ali', kind: 'REGISTERED' }],
          birthDateClaims: [{ date: '2010-09-21' }, { date: null }],
          isMinor: true,
        },
      ]);
    });

    it('each child of a batch by its own facts, in one statement', async () => {
      const { children, closed } = await read(finder, 'dossierNumber isMinor', [
        { child: 'known', identified: true },
        { child: 'arrived' },
        { child: 'nobody', identified: true },
      ]);
      expect(children).toEqual([
        { dossierNumber: '12-410001', isMinor: true },
        { dossierNumber: null, isMinor: null },
        { dossierNumber: null, isMinor: null },
      ]);
      expect(closed.map(([field]) => field)).toEqual(['dossierNumber', 'isMinor']);
      expect(agency.takeStatements()).toHaveLength(1);
    });

    it('the case but not its decision to the social worker, before an investigation is decided', async () => {
      const fields = 'asylumCase { status openedOn decision appealPending lmaEntitled }';
      const { children, closed } = await read(socialWorker, fields, [{ child: 'known', related: true }]);
      expect(children).toEqual([
        {
          asylumCase: {
            status: 'OPEN',
            openedOn: '2025-03-02',
            decision: null,
            appealPending: null,
            lmaEntitled: null,
          },
        },
      ]);
      expect(closed).toEqual([
        ['asylumCase.decision', 'SECRECY', 'OSL_37_1'],
        ['asylumCase.appealPending', 'SECRECY', 'OSL_37_1'],
        ['asylumCase.lmaEntitled', 'SECRECY', 'OSL_37_1'],
      ]);
    });
  });

  it('tells whoever may know yes or no just that', async () => {
    const integrator: Asker = { role: 'INTEGRATOR', agency: 'INTEGRATOR', purpose: 'CASE_WORK' };
    const fields = 'asylumCase { status openedOn } assignment { current assignedOn municipality { code } }';
    const { children, closed } = await read(integrator, fields, [{ child: 'known', related: true }]);
    expect(children).toEqual([
      {
        asylumCase: { status: 'OPEN', openedOn: null },
        assignment: { current: true, assignedOn: null, municipality: null },
      },
    ]);
    expect(closed.map(([field, code]) => [field, code])).toEqual([
      ['asylumCase.openedOn', 'SECRECY'],
      ['assignment.assignedOn', 'SECRECY'],
      ['assignment.municipality', 'SECRECY'],
    ]);
  });

  describe('hides', () => {
    it('every field from who has no ground, without asking the database', async () => {
      const { children, closed } = await read(finder, everyField, [{ child: 'known' }]);
      expect(Object.values(children[0] ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(closed).toHaveLength(14);
      expect(new Set(closed.map(([, code, basis]) => `${code} ${basis}`))).toEqual(
        new Set(['SECRECY OSL_37_1']),
      );
      expect(agency.takeStatements()).toEqual([]);
    });

    it('a protected child from an asker whose attestation does not know of the mark', async () => {
      const { children } = await read(finder, 'dossierNumber names { given }', [
        { child: 'hidden', identified: true },
      ]);
      expect(children).toEqual([{ dossierNumber: null, names: null }]);
    });

    it('nothing of a protected child from who works with it', async () => {
      const facts = { child: 'hidden', related: true, protectedIdentity: true };
      const { children, closed } = await read(officer, 'dossierNumber', [facts]);
      expect({ children, closed }).toEqual({ children: [{ dossierNumber: '12-410009' }], closed: [] });
    });
  });

  describe('answers on age', () => {
    const fields = `isMinor board: isMinor(accordingTo: GUARDIANSHIP_BOARD) police: isMinor(accordingTo: POLICE)`;

    it('per deciding authority, and not for one that has decided nothing', async () => {
      const { children } = await read(officer, fields, [{ child: 'disputed', related: true }]);
      expect(children).toEqual([{ isMinor: false, board: true, police: null }]);
    });

    it('by the birth date where nothing is decided, and after the eighteenth birthday, in Stockholm', async () => {
      const facts = [
        { child: 'arrived', related: true },
        { child: 'grown', related: true },
      ];
      const { children } = await read(officer, 'isMinor', facts);
      expect(children).toEqual([{ isMinor: true }, { isMinor: false }]);
    });
  });

  describe('tells the hub', () => {
    it('the facts its rules read', async () => {
      const { children } = await read(finder, factsFields, [
        { child: 'known', identified: true },
        { child: 'disputed', identified: true },
      ]);
      expect(children.map((child) => child['migrationFacts'])).toEqual([
        {
          registered: true,
          adult: false,
          birthDate: '2010-09-21',
          arrivalMunicipality: '0191',
          assignedMunicipality: '2580',
          assignedOn: '2025-06-01',
          residencePermit: false,
        },
        {
          registered: true,
          adult: true,
          birthDate: '2009-11-21',
          arrivalMunicipality: null,
          assignedMunicipality: null,
          assignedOn: null,
          residencePermit: true,
        },
      ]);
    });

    it('that a child is not registered, unless the asker may not know', async () => {
      const asked = 'migrationFacts { registered residencePermit }';
      const open = await read(finder, asked, [{ child: 'nobody', identified: true }]);
      const shut = await read(finder, asked, [{ child: 'nobody' }]);
      expect(open.children).toEqual([{ migrationFacts: { registered: false, residencePermit: false } }]);
      expect(shut.children).toEqual([{ migrationFacts: null }]);
    });

    it('candidates with levels of agreement and never a value', async () => {
      const query = `query ($c: CandidateCriteria!) {
        migrationCandidates(criteria: $c) { child comparisons { identifier level } facts { related adult protectedIdentity } } }`;
      const criteria = { givenName: 'Reza', familyName: 'Ahmadzay', birthDate: '2010-09-21' };
      const { data, errors } = await agency.ask(finder, query, { c: criteria });
      expect(errors).toBeUndefined();
      expect(data?.['migrationCandidates']).toMatchObject([
        { child: 'known', facts: { related: false, adult: false, protectedIdentity: false } },
      ]);
      expect(JSON.stringify(data)).not.toMatch(/Ahmadzai|2010|12-410001/);
      expect(agency.takeStatements()).toHaveLength(1);
    });

    it.each([
      [
        'the municipality assigned',
        socialWorker,
        { known: true, arrived: false, disputed: false, hidden: false },
      ],
      [
        'the municipality left',
        { ...socialWorker, municipality: '0127' },
        { known: false, arrived: false, disputed: false, hidden: false },
      ],
      [
        'the municipality of arrival, before assignment',
        { ...socialWorker, municipality: '0191' },
        { known: false, arrived: true, disputed: false, hidden: false },
      ],
      [
        'the officer of a protected child’s case',
        officer,
        { known: true, arrived: true, disputed: true, hidden: true },
      ],
      [
        'another officer',
        { ...officer, id: 'officer-2' },
        { known: true, arrived: true, disputed: true, hidden: false },
      ],
      ['a finder', finder, { known: false, arrived: false, disputed: false, hidden: false }],
    ])('whose child it is: %s', async (_name, asker, expected) => {
      const query = 'query ($c: [ID!]!) { migrationAccessFacts(children: $c) { child related } }';
      const { data } = await agency.ask(asker, query, {
        c: ['known', 'arrived', 'disputed', 'hidden', 'nobody'],
      });
      const facts = data?.['migrationAccessFacts'] as { child: string; related: boolean }[];
      expect(Object.fromEntries(facts.map(({ child, related }) => [child, related]))).toEqual(expected);
    });

    it('who is an adult by the agency', async () => {
      const query = 'query ($c: [ID!]!) { migrationAccessFacts(children: $c) { child adult } }';
      const { data } = await agency.ask(finder, query, { c: ['known', 'arrived', 'disputed'] });
      expect(data?.['migrationAccessFacts']).toEqual(
        expect.arrayContaining([
          { child: 'known', adult: false },
          { child: 'arrived', adult: false },
          { child: 'disputed', adult: true },
        ]),
      );
    });
  });

  it.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'refuses %s without the hub’s assertion',
    async (query) => {
      const { data, errors } = await agency.running.answer({ query, assertion: '' });
      expect(data).toBeNull();
      expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    },
  );

  it('loads all or nothing', async () => {
    const wrong = { ...arrived, id: 'wrong', citizenship: 'Sweden' };
    await expect(loadMigration(agency.url, [{ ...arrived, id: 'right' }, wrong])).rejects.toThrow(
      /child_citizenship/,
    );
    const rows = await agency.running.database.query("SELECT id FROM child WHERE id IN ('right', 'wrong')");
    expect(rows).toEqual([]);
  });
});
