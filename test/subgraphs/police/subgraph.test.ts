import type { PoliceRecord } from '../../../subgraphs/police/records';
import { loadPolice, police } from '../../../subgraphs/police/subgraph';
import { startAgency, type Asker, type TestAgency } from '../../harness/startAgency';
import { askChildren, firstChild, refusals } from '../../harness/askChildren';

const now = new Date('2026-11-21T22:00:00Z');

const investigator: Asker = { role: 'POLICE_INVESTIGATOR', agency: 'POLICE', purpose: 'PROTECTION' };
const patrol: Asker = { role: 'POLICE_OFFICER', agency: 'POLICE', purpose: 'IDENTIFICATION' };
const outreach: Asker = {
  role: 'OUTREACH_WORKER',
  agency: 'MUNICIPALITY',
  municipality: '0180',
  purpose: 'PROTECTION',
};

const everything = `
  missingPersonReport { reportNumber reportedAt reportedBy status lastSeenPlace lastSeenAt }
  nationalAlertActive suspectedVictimOfCrime
  foundEvents { id foundIn { code name } at by place condition identityKnown }`;
const facts = 'policeFacts { registered missingReportedAt foundEvents { foundIn at } }';

const identity = {
  names: [{ given: 'Yonas', family: 'Tekle', kind: 'STATED' as const }],
  births: [{ date: null, kind: 'STATED' as const, statedAge: 15, statedOn: '2026-11-20' }],
  sex: 'MALE' as const,
  phones: ['+46701740606'],
};

const yonas: PoliceRecord = {
  id: 'yonas',
  identity,
  nationalAlertActive: true,
  suspectedVictim: true,
  suspectedOffender: true,
  missingPersonReports: [
    {
      reportNumber: '5000-K100-25',
      reportedAt: '2025-10-02T08:00:00Z',
      reportedBy: 'boendet',
      status: 'CLOSED',
    },
    {
      reportNumber: '5000-K200-26',
      reportedAt: '2026-08-22T07:15:00Z',
      reportedBy: 'god man',
      status: 'OPEN',
      lastSeenPlace: 'Resecentrum',
      lastSeenAt: '2026-08-21T21:00:00Z',
    },
  ],
  foundEvents: [
    { id: 'f-old', foundIn: '1480', at: '2025-10-03T10:00:00Z', by: 'NGO', identityKnown: true },
    {
      id: 'f-new',
      foundIn: '0180',
      at: '2026-11-20T23:30:00Z',
      by: 'POLICE',
      place: 'Centralstationen',
      condition: 'Rädd och frusen',
      identityKnown: false,
    },
  ],
};

const bare = (id: string, record: Partial<PoliceRecord>): PoliceRecord => ({
  id,
  identity: { names: [], births: [], sex: null, phones: [] },
  ...record,
});

let agency: TestAgency;

beforeAll(async () => {
  agency = await startAgency(police, now);
  await loadPolice(agency.url, [
    yonas,
    bare('protected', {
      protectedIdentity: true,
      missingPersonReports: yonas.missingPersonReports!.map((report) => ({
        ...report,
        reportNumber: `${report.reportNumber}-P`,
      })),
    }),
    bare('month-ago', {
      foundEvents: [
        { id: 'f-1', foundIn: '0180', at: '2026-10-22T21:59:00Z', by: 'OUTREACH', identityKnown: true },
      ],
    }),
  ]);
});

beforeEach(() => {
  agency.takeStatements();
});

afterAll(() => agency.stop());

describe('a child, for a police investigator', () => {
  it('is given whole, with others and in one statement', async () => {
    const answer = await askChildren(agency, investigator, ['yonas', 'unknown'], everything);

    expect(answer.errors).toBeUndefined();
    expect(answer.data!['_entities']).toEqual([
      wholeYonas,
      {
        id: 'unknown',
        missingPersonReport: null,
        nationalAlertActive: null,
        suspectedVictimOfCrime: null,
        foundEvents: null,
      },
    ]);
    expect(agency.takeStatements()).toHaveLength(1);
  });

  it('is as unknown as any other when its identity is protected', async () => {
    const answer = await askChildren(agency, investigator, ['protected'], everything);

    expect(firstChild(answer)).toMatchObject({ missingPersonReport: null, nationalAlertActive: null });
  });

  it('never comes with whether it is suspected of a crime', () => {
    expect(police.sources.fields).not.toHaveProperty('suspectedOffender');
    expect(agency.running.graph.sdl).not.toMatch(/offender/i);
  });
});

describe('the secrecy of the police', () => {
  it('gives a patrol the report, but its content only for protection and the victim never', async () => {
    const answer = await askChildren(
      agency,
      patrol,
      ['yonas'],
      'missingPersonReport { reportNumber lastSeenPlace } suspectedVictimOfCrime',
    );

    expect(firstChild(answer)).toEqual({
      id: 'yonas',
      missingPersonReport: { reportNumber: '5000-K200-26', lastSeenPlace: null },
      suspectedVictimOfCrime: null,
    });
    expect(refusals(answer)).toEqual([
      ['suspectedVictimOfCrime', 'SECRECY', expect.stringMatching(/^OSL_/)],
      ['missingPersonReport.lastSeenPlace', 'SECRECY', 'OSL_35_20'],
    ]);
    expect(agency.takeStatements().join()).not.toMatch(/suspected_victim/);
  });

  it('tells an outreach worker yes or no about alert and victim', async () => {
    const answer = await askChildren(
      agency,
      outreach,
      ['yonas'],
      'nationalAlertActive suspectedVictimOfCrime missingPersonReport { reportedBy }',
    );

    expect(firstChild(answer)).toEqual({
      id: 'yonas',
      nationalAlertActive: true,
      suspectedVictimOfCrime: true,
      missingPersonReport: { reportedBy: null },
    });
    expect(refusals(answer)).toEqual([['missingPersonReport.reportedBy', 'SECRECY', 'OSL_35_20']]);
  });

  it('tells a guardianship board that its ward was found, not where or how often', async () => {
    const board: Asker = {
      role: 'GUARDIANSHIP_OFFICER',
      agency: 'GUARDIANSHIP_BOARD',
      purpose: 'GUARDIANSHIP',
    };
    const answer = await askChildren(agency, board, ['yonas'], 'foundEvents { id place }', { related: true });

    expect(firstChild(answer)['foundEvents']).toEqual([{ id: 'f-new', place: null }]);
    expect(refusals(answer)).toEqual([['foundEvents.0.place', 'SECRECY', expect.stringMatching(/^OSL_/)]]);
  });

  it('refuses a call that the hub has not signed, for the schema too', async () => {
    const answer = await agency.running.answer({ query: '{ _service { sdl } }', assertion: '' });

    expect(answer.data).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('the facts for the hub', () => {
  it('hold the latest report and all meetings', async () => {
    const answer = await askChildren(agency, outreach, ['yonas', 'unknown'], facts);

    expect(answer.data!['_entities']).toEqual([
      {
        id: 'yonas',
        policeFacts: {
          registered: true,
          missingReportedAt: '2026-08-22T07:15:00.000Z',
          foundEvents: [
            { foundIn: '0180', at: '2026-11-20T23:30:00.000Z' },
            { foundIn: '1480', at: '2025-10-03T10:00:00.000Z' },
          ],
        },
      },
      { id: 'unknown', policeFacts: { registered: false, missingReportedAt: null, foundEvents: [] } },
    ]);
    expect(agency.takeStatements()).toHaveLength(1);
  });

  it('are null to somebody to whom nothing may be said', async () => {
    const answer = await askChildren(agency, outreach, ['yonas', 'unknown'], facts, { identified: false });

    expect(answer.data!['_entities']).toEqual([
      { id: 'yonas', policeFacts: null },
      { id: 'unknown', policeFacts: null },
    ]);
  });
});

describe('what is told about access', () => {
  it('is an open report, and a meeting within the last thirty days', async () => {
    const query = `query ($children: [ID!]!) { policeAccessFacts(children: $children) {
      child related adult absconding found protectedIdentity released } }`;
    const { data } = await agency.ask(investigator, query, { children: ['yonas', 'protected', 'month-ago'] });
    const told = data!['policeAccessFacts'] as Record<string, unknown>[];
    const ofNobody = { related: false, adult: null, released: [] };

    expect([...told].sort((a, b) => String(a['child']).localeCompare(String(b['child'])))).toEqual([
      { child: 'month-ago', absconding: false, found: false, protectedIdentity: false, ...ofNobody },
      { child: 'protected', absconding: true, found: false, protectedIdentity: true, ...ofNobody },
      { child: 'yonas', absconding: true, found: true, protectedIdentity: false, ...ofNobody },
    ]);
  });
});

describe('a search', () => {
  it('says how far each identifier agrees, never what is held', async () => {
    const query = `query ($criteria: CandidateCriteria!) { policeCandidates(criteria: $criteria) {
      child comparisons { identifier level } facts { absconding } } }`;
    const criteria = { givenName: 'Jonas', familyName: 'Tekle', age: 16, phone: '+46701740606' };
    const { data } = await agency.ask(outreach, query, { criteria });

    expect(data!['policeCandidates']).toEqual([
      {
        child: 'yonas',
        comparisons: expect.arrayContaining([{ identifier: 'phone', level: 'EXACT' }]),
        facts: { absconding: true },
      },
    ]);
    expect(JSON.stringify(data)).not.toMatch(/Yonas|46701740606/);
  });
});

const wholeYonas = {
  id: 'yonas',
  missingPersonReport: {
    reportNumber: '5000-K200-26',
    reportedAt: '2026-08-22T07:15:00.000Z',
    reportedBy: 'god man',
    status: 'OPEN',
    lastSeenPlace: 'Resecentrum',
    lastSeenAt: '2026-08-21T21:00:00.000Z',
  },
  nationalAlertActive: true,
  suspectedVictimOfCrime: true,
  foundEvents: [
    {
      id: 'f-new',
      foundIn: { code: '0180', name: 'Stockholm' },
      at: '2026-11-20T23:30:00.000Z',
      by: 'POLICE',
      place: 'Centralstationen',
      condition: 'Rädd och frusen',
      identityKnown: false,
    },
    {
      id: 'f-old',
      foundIn: { code: '1480', name: 'Göteborg' },
      at: '2025-10-03T10:00:00.000Z',
      by: 'NGO',
      place: null,
      condition: null,
      identityKnown: true,
    },
  ],
};
