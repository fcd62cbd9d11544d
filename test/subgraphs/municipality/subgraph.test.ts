import { loadMunicipality, municipality } from '../../../subgraphs/municipality/subgraph';
import { startAgency, type Asker, type TestAgency } from '../../harness/startAgency';
import { askChildren, firstChild, refusals } from '../../harness/askChildren';
import { everything, facts } from './fields';
import { absconded, amira, now, protectedChild } from './records';

const caseWorker: Asker = {
  role: 'SOCIAL_WORKER',
  agency: 'MUNICIPALITY',
  municipality: '2482',
  purpose: 'CASE_WORK',
};
const outreach: Asker = {
  role: 'OUTREACH_WORKER',
  agency: 'MUNICIPALITY',
  municipality: '0180',
  purpose: 'PROTECTION',
};
const patrol: Asker = { role: 'POLICE_OFFICER', agency: 'POLICE', purpose: 'PROTECTION' };

let agency: TestAgency;

beforeAll(async () => {
  agency = await startAgency(municipality, now);
  await loadMunicipality(agency.url, [
    amira,
    protectedChild,
    absconded('one-minute-short', { abscondedAt: '2026-08-21T22:00:00Z' }),
    absconded('three-months', { abscondedAt: '2026-08-21T21:59:00Z' }),
    absconded('found', { foundAt: '2026-09-01T10:00:00Z' }),
    absconded('returned', { foundAt: '2026-09-01T10:00:00Z', returnedAt: '2026-09-02T10:00:00Z' }),
    absconded('abroad', { leftCountryConfirmedAt: '2026-09-01T10:00:00Z' }),
    absconded('back-in-sweden', {
      leftCountryConfirmedAt: '2026-09-01T10:00:00Z',
      foundAt: '2026-10-01T10:00:00Z',
    }),
    absconded('recent', { abscondedAt: '2026-11-20T10:00:00Z' }),
  ]);
});

beforeEach(() => {
  agency.takeStatements();
});

afterAll(() => agency.stop());

describe('a child, for the municipality that has the case', () => {
  it('is given whole, in one statement', async () => {
    const answer = await askChildren(agency, caseWorker, ['amira'], everything, { related: true });

    expect(answer.errors).toBeUndefined();
    expect(firstChild(answer)).toEqual(wholeAmira);
    expect(agency.takeStatements()).toHaveLength(1);
  });

  it('comes with others in the same statement', async () => {
    const answer = await askChildren(agency, caseWorker, ['amira', 'found', 'unknown'], everything, {
      related: true,
    });

    expect(answer.errors).toBeUndefined();
    expect(agency.takeStatements()).toHaveLength(1);
    expect(answer.data!['_entities']).toEqual([
      wholeAmira,
      expect.objectContaining({ id: 'found', socialCase: null, placement: null, riskAssessment: null }),
      {
        id: 'unknown',
        socialCase: null,
        placement: null,
        episodes: null,
        riskAssessment: null,
        description: null,
        careOrder: null,
      },
    ]);
  });

  it('is as unknown as any other when its identity is protected and the case is another’s', async () => {
    const answer = await askChildren(agency, outreach, ['protected', 'unknown'], everything);
    const [hidden, unknown] = answer.data!['_entities'] as Record<string, unknown>[];

    expect({ ...hidden, id: '' }).toEqual({ ...unknown, id: '' });
    expect(JSON.stringify(answer)).not.toMatch(/Hemlig|SDN/);
  });

  it('never has the address of a shelter', async () => {
    const worker = { ...caseWorker, municipality: '0180' };
    const answer = await askChildren(agency, worker, ['protected'], 'placement { type name address }', {
      related: true,
      protectedIdentity: true,
    });

    expect(firstChild(answer)['placement']).toEqual({ type: 'PROTECTED_HOUSING', name: null, address: null });
  });
});

describe('the secrecy of social services', () => {
  it('gives a patrol what was released to the police, and refuses the rest by its basis', async () => {
    const answer = await askChildren(
      agency,
      patrol,
      ['amira'],
      'description { heightCm photoUrl } placement { type address } episodes { status }',
      { released: ['municipality.absconding', 'municipality.description'] },
    );

    expect(firstChild(answer)).toEqual({
      id: 'amira',
      description: { heightCm: 158, photoUrl: null },
      placement: null,
      episodes: null,
    });
    expect(refusals(answer)).toEqual([
      ['placement', 'SECRECY', 'OSL_26_1'],
      ['episodes', 'SECRECY', 'OSL_26_1'],
      ['description.photoUrl', 'SECRECY', 'OSL_26_1'],
    ]);
    expect(agency.takeStatements().join()).not.toMatch(/placement|absconding_episode/);
  });

  it('reads nothing at all for somebody who may see nothing', async () => {
    const answer = await askChildren(agency, patrol, ['amira'], everything, { identified: false });

    expect(refusals(answer)).toHaveLength(6);
    expect(agency.takeStatements()).toEqual([]);
  });

  it('tells an outreach worker that the child is back, but not how often it was gone', async () => {
    const answer = await askChildren(agency, outreach, ['amira'], 'episodes { id returnedAt presumedCause }');

    expect(firstChild(answer)['episodes']).toEqual([{ id: 'e-new', returnedAt: null, presumedCause: null }]);
    expect(refusals(answer)).toEqual([['episodes.0.presumedCause', 'SECRECY', 'OSL_26_1']]);
  });

  it('gives the finder in another municipality the social worker to call, and the case only for protection', async () => {
    const fields = 'socialCase { socialWorkerPhone caseNumber }';
    const finding = { ...outreach, purpose: 'IDENTIFICATION' } as const;

    const identifying = await askChildren(agency, finding, ['amira'], fields);
    expect(firstChild(identifying)['socialCase']).toEqual({
      socialWorkerPhone: '+46910000001',
      caseNumber: null,
    });
    expect(refusals(identifying)).toEqual([['socialCase.caseNumber', 'SECRECY', 'OSL_26_1']]);

    const protecting = await askChildren(agency, outreach, ['amira'], fields);
    expect(firstChild(protecting)['socialCase']).toEqual({
      socialWorkerPhone: '+46910000001',
      caseNumber: 'SN 2025-99',
    });
  });

  it('warns of danger to life where the checklist itself stays secret', async () => {
    const answer = await askChildren(
      agency,
      outreach,
      ['amira'],
      'riskAssessment { lifeDanger items { code } }',
    );

    expect(firstChild(answer)['riskAssessment']).toEqual({ lifeDanger: true, items: null });
    expect(refusals(answer)).toEqual([['riskAssessment.items', 'SECRECY', 'OSL_26_1']]);
  });

  it('tells a guardianship board whether there is a case, and no more about it', async () => {
    const board: Asker = {
      role: 'GUARDIANSHIP_OFFICER',
      agency: 'GUARDIANSHIP_BOARD',
      purpose: 'GUARDIANSHIP',
    };
    const answer = await askChildren(agency, board, ['amira'], 'socialCase { status caseNumber }', {
      related: true,
    });

    expect(firstChild(answer)['socialCase']).toEqual({ status: 'OPEN', caseNumber: null });
    expect(refusals(answer)).toEqual([['socialCase.caseNumber', 'SECRECY', 'OSL_26_1']]);
  });

  it('refuses a call that the hub has not signed, for the schema too', async () => {
    const call = { query: '{ _service { sdl } }', assertion: 'forged.token' };
    const answer = await agency.running.answer(call);

    expect(answer.data).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('the status of an absconding', () => {
  it.each([
    ['one-minute-short', 'ABSCONDED'],
    ['three-months', 'MISSING'],
    ['found', 'FOUND'],
    ['returned', 'RETURNED'],
    ['abroad', 'CLOSED'],
    ['back-in-sweden', 'FOUND'],
    ['recent', 'ABSCONDED'],
  ])('of the child %s is %s', async (child, status) => {
    const answer = await askChildren(agency, caseWorker, [child], 'episodes { status }', { related: true });

    expect(firstChild(answer)['episodes']).toEqual([{ status }]);
  });
});

describe('the facts for the hub', () => {
  it('hold what its rules stand on', async () => {
    const answer = await askChildren(agency, outreach, ['amira'], facts);

    expect(answer.errors).toBeUndefined();
    expect(firstChild(answer)['municipalityFacts']).toEqual(factsOfAmira);
    expect(agency.takeStatements()).toHaveLength(1);
  });

  it('say that a child is not registered, which is not the same as not saying', async () => {
    const known = await askChildren(agency, outreach, ['unknown'], facts);
    expect(firstChild(known)['municipalityFacts']).toMatchObject({
      registered: false,
      caseMunicipality: null,
      episodes: [],
    });

    const closed = await askChildren(agency, outreach, ['unknown', 'amira'], facts, { identified: false });
    expect(closed.data!['_entities']).toEqual([
      { id: 'unknown', municipalityFacts: null },
      { id: 'amira', municipalityFacts: null },
    ]);
  });
});

describe('what is told about access', () => {
  const query = `query ($children: [ID!]!) { municipalityAccessFacts(children: $children) {
    child related adult absconding found protectedIdentity released } }`;
  const factsFor = async (asker: Asker, ...children: string[]): Promise<Record<string, unknown>[]> => {
    const { data } = await agency.ask(asker, query, { children });
    return data!['municipalityAccessFacts'] as Record<string, unknown>[];
  };

  it('relates a child to social workers of the municipality with the latest case', async () => {
    expect(await factsFor(caseWorker, 'amira')).toMatchObject([{ related: true, adult: null }]);
    expect(await factsFor({ ...caseWorker, municipality: '2582' }, 'amira')).toMatchObject([
      { related: false },
    ]);
    expect(await factsFor({ ...outreach, municipality: '2482' }, 'amira')).toMatchObject([
      { related: false },
    ]);
  });

  it('says whether the child is away and whether it was found', async () => {
    const children = ['amira', 'found', 'returned', 'abroad', 'back-in-sweden', 'protected'];
    const told = await factsFor(caseWorker, ...children);

    expect(
      Object.fromEntries(told.map(({ child, absconding, found }) => [child, [absconding, found]])),
    ).toEqual({
      amira: [true, false],
      found: [true, true],
      returned: [false, false],
      abroad: [false, false],
      'back-in-sweden': [true, true],
      protected: [false, false],
    });
  });

  it('names what was released to the asker’s agency and has not expired', async () => {
    expect(await factsFor(patrol, 'amira')).toMatchObject([
      { released: ['municipality.absconding', 'municipality.description'] },
    ]);
    expect(await factsFor(caseWorker, 'amira')).toMatchObject([{ released: [] }]);
  });
});

describe('a load', () => {
  it('leaves nothing behind when a record has a word outside the lists', async () => {
    const misspelt = absconded('misspelt', { presumedCause: 'REFUSED' as never });

    await expect(loadMunicipality(agency.url, [absconded('fine', {}), misspelt])).rejects.toThrow(
      /absconding_episode_presumed_cause/,
    );
    const answer = await askChildren(agency, caseWorker, ['fine'], 'episodes { id }', { related: true });
    expect(firstChild(answer)).toEqual({ id: 'fine', episodes: null });
  });
});

describe('a search', () => {
  const query = `query ($criteria: CandidateCriteria!) { municipalityCandidates(criteria: $criteria) {
    child comparisons { identifier level } facts { related protectedIdentity } } }`;
  const search = async (criteria: object): Promise<unknown> => {
    const { data } = await agency.ask(outreach, query, { criteria });
    return data!['municipalityCandidates'];
  };

  it('finds by name and says how far each identifier agrees, never what is held', async () => {
    const found = await search({ givenName: 'Amira', familyName: 'Hadad', birthDate: '2011-04-03' });

    expect(found).toEqual([
      {
        child: 'amira',
        comparisons: expect.arrayContaining([{ identifier: 'names', level: expect.any(String) }]),
        facts: { related: false, protectedIdentity: false },
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/Haddad|2011-03-04|10-12345678/);
  });

  it('is made by a whole name, even where it was all written as the given name', async () => {
    const found = await search({ givenName: 'Amira Haddad', birthDate: '2011-03-04' });
    expect(found).toMatchObject([{ child: 'amira' }]);
  });

  it('is not made by telephone, birth date or another agency’s number (SoLPuF 15 §)', async () => {
    expect(await search({ dossierNumber: '10-12345678' })).toEqual([]);
    expect(await search({ phone: '+46701740605', birthDate: '2011-03-04' })).toEqual([]);
    expect(agency.takeStatements()).toEqual([]);
  });
});

const wholeAmira = {
  id: 'amira',
  socialCase: {
    municipality: { code: '2482', name: 'Skellefteå' },
    status: 'OPEN',
    openedOn: '2025-06-15',
    closedOn: null,
    caseNumber: 'SN 2025-99',
    socialWorkerName: 'Testhandläggare Ett',
    socialWorkerPhone: '+46910000001',
    unit: 'Barn och unga',
    guardianConsultedOn: null,
  },
  placement: {
    type: 'HVB',
    municipality: { code: '2480' },
    placedBy: { name: 'Skellefteå', county: { name: 'Västerbottens län' } },
    since: '2025-06-15',
    until: null,
    name: 'Testhemmet',
    address: 'Storgatan 1, Umeå',
  },
  episodes: [
    {
      id: 'e-new',
      abscondedAt: '2026-08-21T21:30:00.000Z',
      discoveredAt: '2026-08-22T06:00:00.000Z',
      arrivalStage: false,
      abscondedFrom: { name: 'Umeå' },
      presumedCause: null,
      status: 'MISSING',
      reportedToPoliceAt: '2026-08-22T07:15:00.000Z',
      returnedAt: null,
      foundAt: null,
      foundBy: null,
      foundWhere: null,
      condition: [],
      measuresOffered: null,
      notedMissingOn: null,
    },
    {
      id: 'e-old',
      abscondedAt: '2025-10-01T20:00:00.000Z',
      discoveredAt: null,
      arrivalStage: false,
      abscondedFrom: { name: 'Umeå' },
      presumedCause: 'REFUSAL',
      status: 'RETURNED',
      reportedToPoliceAt: null,
      returnedAt: '2025-10-04T09:00:00.000Z',
      foundAt: '2025-10-03T10:00:00.000Z',
      foundBy: 'POLICE',
      foundWhere: 'OUTSIDE_COUNTY',
      condition: ['VIOLENCE', 'DRUGS'],
      measuresOffered: true,
      notedMissingOn: null,
    },
  ],
  riskAssessment: {
    assessedOn: '2026-08-22',
    items: [
      { code: 'SELF_HARM', present: true, note: 'Nya sår' },
      { code: 'TRAVEL_DEBT', present: false, note: null },
    ],
    checklistVersion: 'SUN-2025',
    lifeDanger: true,
    nextFollowUpOn: '2026-08-29',
    plan: [
      {
        area: 'MENTAL_HEALTH',
        measure: 'Kontakt med BUP',
        responsible: 'Socialtjänst',
        followUpOn: '2026-09-05',
      },
    ],
  },
  description: {
    heightCm: 158,
    build: 'smal',
    hair: 'svart',
    eyes: 'bruna',
    marks: 'ärr på\thöger hand',
    clothing: 'blå jacka',
    photoUrl: 'https://photos.example/amira',
    updatedOn: '2026-08-22',
  },
  careOrder: {
    kind: 'LVU_IMMEDIATE',
    decidedOn: '2026-08-23',
    executedOn: null,
    submittedOn: '2026-08-25',
    appliedOn: null,
    inForce: true,
    handrackningRequested: true,
    handrackningRequestedOn: '2026-08-23',
    grounds: 'Fara för hälsa',
  },
};

const factsOfAmira = {
  registered: true,
  caseMunicipality: '2482',
  caseStatus: 'OPEN',
  caseClosedAt: null,
  placementMunicipality: '2480',
  placedBy: '2482',
  episodes: [
    {
      abscondedAt: '2026-08-21T21:30:00.000Z',
      discoveredAt: '2026-08-22T06:00:00.000Z',
      arrivalStage: false,
      returnedAt: null,
      foundAt: null,
      leftCountryConfirmedAt: null,
    },
    {
      abscondedAt: '2025-10-01T20:00:00.000Z',
      discoveredAt: null,
      arrivalStage: false,
      returnedAt: '2025-10-04T09:00:00.000Z',
      foundAt: '2025-10-03T10:00:00.000Z',
      leftCountryConfirmedAt: null,
    },
  ],
  careOrderDecidedAt: '2026-08-22T22:30:00.000Z',
  careOrderExecutedAt: null,
  careOrderSubmittedAt: '2026-08-25T10:00:00.000Z',
  careAppliedAt: null,
  protectionAssessedAt: '2026-08-22T07:00:00.000Z',
  investigationOpenedAt: '2026-08-24T08:00:00.000Z',
  concernReceivedAt: '2026-08-22T06:30:00.000Z',
  concernToAssessAt: '2026-08-22T06:30:00.000Z',
  investigationClosedAt: null,
  nextRiskFollowUpOn: '2026-08-29',
  guardianInformedAt: '2026-08-22T08:00:00.000Z',
};
