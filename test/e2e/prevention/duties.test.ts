import { storyChildId } from '../../../subgraphs/demo/stories';
import {
  addDaysToDate,
  addMonthsToDate,
  endOfDay,
  localDate,
} from '../../../subgraphs/shared/time/stockholm';
import type { Asker } from '../../harness/hub';
import { codeOf, contentOf, createPreventionHub, fieldOf, worker, type PreventionHub } from './preventionHub';

let hub: PreventionHub;
beforeAll(async () => {
  hub = await createPreventionHub();
}, 90_000);
afterAll(() => hub?.close());

const child = storyChildId('open-case'); // Luleå's, placed there
const lulea = worker('2580');
const stockholm = worker('0180');
const school: Asker = { role: 'SCHOOL_HEALTH_STAFF', sub: 'nurse', purpose: 'REPORTING' };
const guardian: Asker = { role: 'GUARDIAN', sub: 'guardian-open-case', purpose: 'GUARDIANSHIP' };

async function duty(kind: string): Promise<{ state: string; dueAt: string } | undefined> {
  const query = 'query ($child: ID!) { child(id: $child) { deadlines { kind state dueAt } } }';
  const { data } = await hub.ask(lulea, query, { child });
  return data.child.deadlines.find((each: { kind: string }) => each.kind === kind);
}

describe('the review of care', () => {
  const review = (input: object = {}, asker: Asker = lulea, key?: string) =>
    hub.change(
      asker,
      'recordCareReview',
      { child, kind: 'CONSIDERED', outcome: 'CONTINUES', ...input },
      'kind outcome reviewedOn nextBy',
      key,
    );

  it('is due six months after the last one, which a review moves', async () => {
    const today = localDate(hub.now());
    const { data, errors } = await review({}, lulea, 'review-1');
    expect(errors).toEqual([]);
    expect(data.recordCareReview).toEqual({
      kind: 'CONSIDERED',
      outcome: 'CONTINUES',
      reviewedOn: today,
      nextBy: addMonthsToDate(today, 6),
    });
    expect((await review({}, lulea, 'review-1')).data).toEqual(data);
    expect(
      await hub.rows('municipality', 'SELECT id FROM care_review WHERE reviewed_by IS NOT NULL'),
    ).toHaveLength(1);
    expect(await duty('CARE_REVIEW_6M')).toEqual({
      kind: 'CARE_REVIEW_6M',
      state: 'PENDING',
      dueAt: endOfDay(addMonthsToDate(today, 6)).toISOString(),
    });
  });

  it('is the municipality’s in charge, alike for another’s child and one nobody knows', async () => {
    const refused = await review({ child: 'nobody' });
    expect(codeOf(refused)).toBe('NOT_FOUND');
    expect(contentOf(await review({}, stockholm))).toBe(contentOf(refused));
    expect(codeOf(await review({}, guardian))).toBe('FORBIDDEN');
  });

  it('is of a day that has been, in the care that goes on', async () => {
    const today = localDate(hub.now());
    for (const reviewedOn of [addDaysToDate(today, 1), '2001-01-01'])
      expect(fieldOf(await review({ reviewedOn }))).toBe('reviewedOn');
  });
});

describe('whoever reported a concern', () => {
  const tell = (id: string, input: object = {}, asker: Asker = lulea) =>
    hub.change(asker, 'informReporter', { id, ...input }, 'id reporterToldAt');

  /** A report of the school's about the child, assessed: its receipt, and its handling. */
  async function report(): Promise<{ concern: string; handling: string }> {
    const given = { municipality: '2580', text: 'Barnet kommer inte till skolan.', child };
    const { data } = await hub.change(school, 'submitConcern', given, 'id');
    const concern: string = data.submitConcern.id;
    const assessed = await hub.change(lulea, 'assessProtection', { concern }, 'id');
    return { concern, handling: assessed.data.assessProtection.id };
  }
  const decide = (id: string) =>
    hub.change(lulea, 'decideInvestigation', { id, open: false }, 'outcome decidedAt');
  const ask = (concern: string) =>
    hub.ask(school, 'query ($id: ID!) { concernReceipt(id: $id) { outcome } }', { id: concern });

  it('is told by reading the receipt, within a week of the decision', async () => {
    const { concern, handling } = await report();
    await ask(concern);
    expect(await duty('CONCERN_REPLY_1W')).toBeUndefined();
    await decide(handling);
    expect(await duty('CONCERN_REPLY_1W')).toMatchObject({ state: 'PENDING' });
    expect((await ask(concern)).data.concernReceipt.outcome).toBe('NOT_OPENED');
    expect(await duty('CONCERN_REPLY_1W')).toMatchObject({ state: 'DONE' });
  });

  it('is told otherwise by the municipality that was told, once there is something to tell', async () => {
    const { handling } = await report();
    expect(codeOf(await tell(handling))).toBe('CONFLICT');
    await decide(handling);
    hub.later(8 * 24 * 60);
    expect(await duty('CONCERN_REPLY_1W')).toMatchObject({ state: 'OVERDUE' });
    const refused = await tell('999999');
    expect(codeOf(refused)).toBe('NOT_FOUND');
    expect(contentOf(await tell(handling, {}, stockholm))).toBe(contentOf(refused));
    expect(codeOf(await tell(handling, {}, guardian))).toBe('FORBIDDEN');
    const before = new Date(hub.now().getTime() - 30 * 86_400_000).toISOString();
    expect(fieldOf(await tell(handling, { informedAt: before }))).toBe('informedAt');
    const { data } = await tell(handling);
    expect((await tell(handling)).data).toEqual(data);
    expect(await duty('CONCERN_REPLY_1W')).toMatchObject({ state: 'DONE' });
  });
});

describe('a municipality that is asked to take a case over', () => {
  const handOver = (input: object = {}) =>
    hub.change(
      lulea,
      'recordHandover',
      { child, toMunicipality: '0180', consent: 'GUARDIAN', byPhone: true, ...input },
      'id transferRequested accepted',
    );
  const answer = (handover: string, input: object = {}, asker: Asker = lulea) =>
    hub.change(
      asker,
      'recordTransferAnswer',
      { handover, accepted: false, ...input },
      'transferRequested accepted answeredOn',
    );

  it('has a month to answer, from a request and not from a handover alone', async () => {
    const { data: alone } = await handOver();
    expect(alone.recordHandover).toMatchObject({ transferRequested: false, accepted: null });
    expect(await duty('TRANSFER_ANSWER_1M')).toBeUndefined();
    expect(codeOf(await answer(alone.recordHandover.id))).toBe('NOT_FOUND');
    const { data } = await handOver({ transferRequested: true });
    const { id } = data.recordHandover;
    expect(await duty('TRANSFER_ANSWER_1M')).toMatchObject({ state: 'PENDING' });
    hub.later(32 * 24 * 60);
    expect(await duty('TRANSFER_ANSWER_1M')).toMatchObject({ state: 'OVERDUE' });
    const refused = await answer('999999');
    expect(contentOf(await answer(id, {}, stockholm))).toBe(contentOf(refused));
    expect(fieldOf(await answer(id, { answeredOn: '2001-01-01' }))).toBe('answeredOn');
    const today = localDate(hub.now());
    expect((await answer(id)).data.recordTransferAnswer).toEqual({
      transferRequested: true,
      accepted: false,
      answeredOn: today,
    });
    expect(await duty('TRANSFER_ANSWER_1M')).toMatchObject({ state: 'DONE' });
    expect(codeOf(await answer(id))).toBe('CONFLICT');
  });

  it('has answered when it opens its case', async () => {
    const asked = await handOver({ transferRequested: true });
    expect(asked.errors).toEqual([]);
    const opened = await hub.change(stockholm, 'openSocialCase', { child, caseNumber: 'S-1' }, 'status');
    expect(opened.errors).toEqual([]);
    const rows = await hub.rows<{ done: boolean }>(
      'municipality',
      'SELECT taken_over_at IS NOT NULL AS done FROM handover WHERE transfer_requested ORDER BY id DESC LIMIT 1',
    );
    expect(rows).toEqual([{ done: true }]);
  });
});

it('the Migration Agency is told of an absconding when social services record that they told it', async () => {
  const away = storyChildId('placed-elsewhere'); // Huddinge's
  const huddinge = worker('0126');
  await hub.rows('municipality', 'UPDATE absconding_episode SET migration_agency_informed_at = NULL');
  const read = async (): Promise<unknown> => {
    const query = 'query ($id: ID!) { child(id: $id) { deadlines { kind state } } }';
    const { data } = await hub.ask(huddinge, query, { id: away });
    return data.child.deadlines.find(({ kind }: { kind: string }) => kind === 'INFORM_MIGRATION_AGENCY_24H');
  };
  expect(await read()).toMatchObject({ state: 'OVERDUE' });
  const told = { child: away, receiver: 'MIGRATION_AGENCY', subject: 'ABSCONDING' };
  expect((await hub.change(huddinge, 'recordInformed', told, 'id')).errors).toEqual([]);
  expect(await read()).toMatchObject({ state: 'DONE' });
});
