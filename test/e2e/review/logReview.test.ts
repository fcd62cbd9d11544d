import { Client } from 'pg';
import { loadReview } from '../../../gateway/review/loadReview';
import { loadReviews } from '../../../gateway/review/loadReviews';
import { toCsv } from '../../../gateway/review/toCsv';
import { storyChildId } from '../../../subgraphs/demo/stories';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import type { Asker } from '../../harness/hub';
import {
  change,
  codeOf,
  contentOf,
  createDisclosureHub,
  reviewer,
  type DisclosureHub,
} from '../disclosure/disclosureHub';

let hub: DisclosureHub;
let log: Client;
let own: Client;
beforeAll(async () => {
  hub = await createDisclosureHub();
  log = new Client({ connectionString: hub.databases.audit.url });
  own = new Client({ connectionString: hub.databases.identification.url });
  await Promise.all([log.connect(), own.connect()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([log?.end(), own?.end()]);
  await hub?.close();
});

const border: Asker = {
  role: 'BORDER_POLICE',
  sub: 'border-1',
  purpose: 'IDENTIFICATION',
  caseReference: 'G-1',
};
const police = reviewer('POLICE');
const find = (number: string, asker = border) =>
  hub.ask(
    asker,
    `{ identify(criteria: { dossierNumber: "${number}" }, foundIn: "0180") { outcome child { id } } }`,
  );
interface Reviewed {
  readonly id: string;
  readonly principal: string;
  readonly caseReference: string;
  readonly children: string[];
  readonly outcome: string;
  readonly state: string;
}
const list = async (asker: Asker, arguments_ = ''): Promise<Reviewed[]> => {
  const query = `{ logReviews${arguments_} { edges { node {
    id principal caseReference children fields outcome state reviewedAt reviewedBy comment } } } }`;
  const { data, errors } = await hub.ask(asker, query);
  expect(errors).toEqual([]);
  return data.logReviews.edges.map(({ node }: { node: Reviewed }) => node);
};
const review = (id: string, asker = police, approved = true, key?: string) =>
  change(
    hub,
    asker,
    'reviewLogEntry',
    { id, approved, comment: 'Barnet var funnet.' },
    'id state reviewedBy',
    key,
  );

test('everything that the border police ask waits for a review, refused attempts and vain ones too', async () => {
  await find('12-410001');
  await find('99-999999');
  await hub.ask(
    { ...border, purpose: 'ALIEN_CONTROL' },
    '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") { outcome } }',
  );
  await find('12-410001', { role: 'POLICE_OFFICER', sub: 'patrol', purpose: 'IDENTIFICATION' });
  const waiting = await list(police);
  expect(waiting.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'NO_CHILD', expect.any(String)]);
  for (const operation of waiting)
    expect(operation).toMatchObject({ principal: 'border-1', caseReference: 'G-1', state: 'UNREVIEWED' });
  expect(await list(reviewer('HUB'))).toEqual(waiting);
});

test('a review is recorded once, by whom, when and with what outcome', async () => {
  const [first, second] = (await list(police)) as [Reviewed, Reviewed];
  const { data, errors } = await review(first.id, police, true, 'key-1');
  expect(errors).toEqual([]);
  expect(data.reviewLogEntry).toEqual({ id: first.id, state: 'APPROVED', reviewedBy: police.sub });
  expect((await review(first.id, police, true, 'key-1')).data).toEqual(data);
  expect(codeOf(await review(first.id, reviewer('HUB')))).toBe('CONFLICT');
  expect((await review(second.id, reviewer('HUB'), false)).data.reviewLogEntry.state).toBe('REJECTED');
  expect(await list(police, '(state: REJECTED)')).toMatchObject([
    { id: second.id, comment: 'Barnet var funnet.', reviewedAt: expect.any(String) },
  ]);
  expect(await list(police, '(state: UNREVIEWED)')).toHaveLength(1);
});

test('the day’s review tells which operations a second person has approved or not', async () => {
  const day = localDate(hub.now());
  const { entries } = await loadReview(log, { date: day, share: 0 });
  const told = await loadReviews(own, entries);
  const looks = told.filter(({ role }) => role === 'BORDER_POLICE').map(({ secondLook }) => secondLook);
  expect(looks.filter((look) => look?.approved === true)).toEqual([
    { approved: true, reviewedAt: expect.any(String), reviewedBy: police.sub },
  ]);
  expect(looks.filter((look) => look?.approved === false)).toHaveLength(1);
  expect(looks).toContain(null);
  expect(toCsv(told)).toMatch(new RegExp(`,true,[^,]+,${police.sub}\\r\n`));
});

test('what nobody has reviewed within 72 hours is escalated', async () => {
  hub.later(73 * 60);
  expect(await list(reviewer('HUB'), '(state: ESCALATED)')).toHaveLength(1);
});

test('it is no other agency’s to see or review, and nobody tells whether there is such an operation', async () => {
  const [waiting] = (await list(police, '(state: ESCALATED)')) as [Reviewed];
  expect(await list(reviewer('MIGRATION_AGENCY'))).toEqual([]);
  const answers = [
    await review(waiting.id, reviewer('MIGRATION_AGENCY')),
    await review(storyChildId('nobody-knows'), police),
    await review(waiting.id, { ...police, sub: 'border-1' }),
    await review('x', police),
  ];
  expect(answers.map(codeOf)).toEqual(Array(4).fill('NOT_FOUND'));
  expect(new Set(answers.map(contentOf)).size).toBe(1);
  expect(codeOf(await review(waiting.id, { ...border, purpose: 'AUDIT' }))).toBe('FORBIDDEN');
});
