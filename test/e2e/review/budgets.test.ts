import { Client } from 'pg';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';

const finder = (sub: string, municipality = '0180', caseReference = 'K-1'): Asker => ({
  role: 'SOCIAL_EMERGENCY',
  municipality,
  purpose: 'IDENTIFICATION',
  sub,
  caseReference,
});
const worker = (sub: string): Asker => ({
  role: 'SOCIAL_WORKER',
  municipality: '2580',
  purpose: 'CASE_WORK',
  sub,
});
const reviewer = (municipality: string): Asker => ({
  role: 'AUDITOR',
  agency: 'MUNICIPALITY',
  municipality,
  purpose: 'AUDIT',
});

const known = { dossierNumber: '12-410001' };
const nobody = { dossierNumber: '99-999999' };
const protectedChild = { dossierNumber: '12-410009' };
const identify = `query ($criteria: IdentityCriteria!) {
  identify(criteria: $criteria, foundIn: "0180") { outcome child { id } } }`;
const alarmsQuery = `query ($first: Int, $after: String) { fishingAlarms(first: $first, after: $after) {
  edges { node { id kind at principal role agency municipality { code } purpose budget child times } }
  pageInfo { hasNextPage endCursor } } }`;

const now = new Date();
let hub: TestHub;
let identification: Client;
beforeAll(async () => {
  const children = [...storyChildren(now), ...generateWorld({ children: 80, seed: 1, now })];
  hub = await createTestHub({ children });
  identification = new Client({ connectionString: hub.databases.identification.url });
  await identification.connect();
}, 60_000);
afterAll(async () => {
  await identification?.end();
  await hub?.close();
});

const search = (asker: Asker, criteria: object): Promise<HubAnswer> => hub.ask(asker, identify, { criteria });
const codeOf = ({ errors }: HubAnswer): unknown => errors[0]?.extensions['code'];
const repeat = async (times: number, ask: () => Promise<HubAnswer>): Promise<HubAnswer[]> => {
  const answers: HubAnswer[] = [];
  for (let i = 0; i < times; i += 1) answers.push(await ask());
  return answers;
};
const alarms = async (asker: Asker): Promise<Record<string, unknown>[]> => {
  const { data, errors } = await hub.ask(asker, alarmsQuery);
  expect(errors).toEqual([]);
  return data.fishingAlarms.edges.map(({ node }: { node: object }) => node);
};
/** One search, and as if there had been others before it. */
const searchAsThe = async (nth: number, asker: Asker, criteria: object): Promise<HubAnswer> => {
  const answer = await search(asker, criteria);
  await identification.query('UPDATE search_budget SET points = $1 WHERE key = $2', [
    nth,
    `finderFailedHour:MUNICIPALITY/${asker.sub}`,
  ]);
  return answer;
};
const spent = async (key: string): Promise<number> =>
  (await identification.query('SELECT points FROM search_budget WHERE key = $1', [key])).rows[0]?.points ?? 0;

test('twenty searches in vain are an hour’s worth; the next is refused before any agency is asked', async () => {
  const asker = finder('guesser');
  const failed = await repeat(20, () => search(asker, nobody));
  expect(failed.map(({ data }) => data.identify.outcome)).toEqual(Array(20).fill('NO_UNIQUE_MATCH'));
  hub.takeCalls();
  const refused = await search(asker, known);
  expect(refused.data).toBeNull();
  const { code, retryAt, askWhom, messageSv } = refused.errors[0]!.extensions;
  expect(code).toBe('SEARCH_BUDGET_SPENT');
  const minutesLeft = (Date.parse(String(retryAt)) - Date.now()) / 60_000;
  expect(minutesLeft).toBeGreaterThan(55);
  expect(minutesLeft).toBeLessThan(62);
  expect(askWhom).toEqual({ sv: expect.any(String), en: expect.any(String) });
  expect(messageSv).toContain('dutyContacts');
  expect(hub.takeCalls()).toEqual(['identification']);
});

test('a refusal says the same whether the searches before it failed, hit a protected child, or found children', async () => {
  await searchAsThe(20, finder('vain'), nobody);
  await searchAsThe(20, finder('hidden'), protectedChild);
  await identification.query(
    `INSERT INTO search_budget SELECT 'finderChildrenDay:MUNICIPALITY/lucky', 30, expire FROM search_budget
     WHERE key = 'finderFailedHour:MUNICIPALITY/vain'`,
  );
  const said = async (sub: string): Promise<string> => {
    const { data, errors } = await search(finder(sub), known);
    // The moment is that of the first search of each.
    return JSON.stringify({ data, errors }).replaceAll(
      /\d{4}-\d\d-\d\d[^"]*?\d\d[:.]\d\d(:00\.000Z)?/g,
      'WHEN',
    );
  };
  const vain = await said('vain');
  expect(vain).toContain('SEARCH_BUDGET_SPENT');
  expect(await said('hidden')).toBe(vain);
  expect(await said('lucky')).toBe(vain);
});

test('a search for a protected child counts exactly like one for nobody, with the same statements', async () => {
  const count = async (sub: string, criteria: object): Promise<unknown> => {
    hub.takeStatements();
    await search(finder(sub), criteria);
    const own = hub.takeStatements().filter(({ subgraph }) => subgraph === 'identification');
    const points = await spent(`finderFailedDay:MUNICIPALITY/${sub}`);
    return { statements: own.map(({ sql }) => sql), points };
  };
  const hidden = await count('once-hidden', protectedChild);
  expect(hidden).toMatchObject({ points: 1 });
  expect(hidden).toEqual(await count('once-nobody', nobody));
});

test('a child found again is no further child, and a found child is no failed search', async () => {
  await repeat(3, () => search(finder('returning'), known));
  expect(await spent('finderChildrenDay:MUNICIPALITY/returning')).toBe(1);
  expect(await spent('finderFailedDay:MUNICIPALITY/returning')).toBe(0);
  const unit = await spent('finderUnitChildrenDay:MUNICIPALITY/0180');
  await search(finder('colleague'), known);
  expect(await spent('finderUnitChildrenDay:MUNICIPALITY/0180')).toBe(unit);
});

test('those who work with their own cases have more, and each person has a purse of their own', async () => {
  const answers = await repeat(25, () => search(worker('busy'), nobody));
  expect(answers.map(codeOf)).toEqual(Array(25).fill(undefined));
  expect(codeOf(await search(finder('fresh'), known))).toBeUndefined();
});

test('a municipality’s purse is spent by all its people together', async () => {
  await identification.query(
    `INSERT INTO search_budget VALUES ('finderUnitFailedHour:MUNICIPALITY/0126', 199, $1)`,
    [Date.now() + 1_800_000],
  );
  expect(codeOf(await search(finder('first', '0126'), nobody))).toBeUndefined();
  expect(codeOf(await search(finder('second', '0126'), known))).toBe('SEARCH_BUDGET_SPENT');
  expect(codeOf(await search(finder('third', '0127'), known))).toBeUndefined();
});

test('a purse is full again when its window has passed', async () => {
  await searchAsThe(20, finder('patient'), nobody);
  expect(codeOf(await search(finder('patient'), known))).toBe('SEARCH_BUDGET_SPENT');
  await identification.query(
    `UPDATE search_budget SET expire = $1 WHERE key = 'finderFailedHour:MUNICIPALITY/patient'`,
    [Date.now() - 1],
  );
  expect(codeOf(await search(finder('patient'), known))).toBeUndefined();
});

test('a burst of simultaneous searches does not outrun the count', async () => {
  const burst = await Promise.all(Array.from({ length: 90 }, () => search(finder('burst'), nobody)));
  const answered = burst.filter(({ data }) => data?.identify);
  expect(answered.length).toBeLessThanOrEqual(64);
  expect(codeOf(await search(finder('burst'), known))).toBe('SEARCH_BUDGET_SPENT');
});

test('what the agencies leave unanswered costs nothing', async () => {
  hub.disturb('police', () => Promise.reject(new Error('down')));
  const [answer] = await repeat(3, () => search(finder('unlucky'), nobody));
  hub.disturb('police', null);
  expect(codeOf(answer!)).toBe('AGENCY_UNAVAILABLE');
  expect(await spent('finderFailedHour:MUNICIPALITY/unlucky')).toBe(0);
  expect(await spent('personUnderWay:MUNICIPALITY/unlucky')).toBe(0);
});

test('a spent budget, many cases for one child and guessed names alarm the reviewer, once each', async () => {
  const place = (sub: string, caseReference = 'K-1'): Asker => finder(sub, '0188', caseReference);
  await searchAsThe(20, place('spender'), nobody);
  await repeat(3, () => search(place('spender'), nobody));
  for (const caseReference of ['A-1', 'A-2', 'A-2', 'A-3', 'A-4'])
    await search(place('follower', caseReference), known);
  for (const givenName of ['Ali', 'Omar', 'Hassan', 'Reza', 'Samir', 'Karim', 'Nadir'])
    await search(place('namer'), { givenName, familyName: 'Zzyzx', birthDate: '2011-03-04' });
  const raised = await alarms(reviewer('0188'));
  expect(
    raised.map(({ kind, principal, times, child, budget }) => ({ kind, principal, times, child, budget })),
  ).toEqual([
    { kind: 'VARYING_NAMES', principal: 'namer', times: 6, child: null, budget: null },
    {
      kind: 'REPEATED_LOOKUP',
      principal: 'follower',
      times: 3,
      child: storyChildId('open-case'),
      budget: null,
    },
    { kind: 'BUDGET_SPENT', principal: 'spender', times: null, child: null, budget: 'finderFailedHour' },
  ]);
  expect(raised[0]).toMatchObject({
    role: 'SOCIAL_EMERGENCY',
    agency: 'MUNICIPALITY',
    municipality: { code: '0188' },
    purpose: 'IDENTIFICATION',
  });
});

test('alarms are for the reviewer of that agency, page by page, and for nobody else', async () => {
  expect(await alarms(reviewer('1280'))).toEqual([]);
  const first = await hub.ask(reviewer('0188'), alarmsQuery, { first: 2 });
  const { edges, pageInfo } = first.data.fishingAlarms;
  expect(edges).toHaveLength(2);
  expect(pageInfo.hasNextPage).toBe(true);
  const rest = await hub.ask(reviewer('0188'), alarmsQuery, { first: 2, after: pageInfo.endCursor });
  expect(rest.data.fishingAlarms.edges.map(({ node }: { node: { kind: string } }) => node.kind)).toEqual([
    'BUDGET_SPENT',
  ]);
  const denied = await hub.ask(worker('curious'), alarmsQuery);
  expect(denied.status).toBe(403);
  expect(codeOf(denied)).toBe('FORBIDDEN');
});

test('what was searched for stands nowhere', async () => {
  const { rows } = await identification.query('SELECT * FROM failed_search');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/zzyzx|2011-03-04/i);
});
