import { storyChildId } from '../../../subgraphs/demo/stories';
import type { Asker } from '../../harness/hub';
import { codeOf, contentOf, guardianOf, unknown } from '../disclosure/disclosureHub';
import { createLifecycleHub, refusalOf, socialWorker, type LifecycleHub } from './lifecycleHub';

/** Of Luleå; away, with a guardian. */
const child = storyChildId('open-case');
const guardian = guardianOf('open-case');
const board = (municipality: string): Asker => ({
  role: 'GUARDIANSHIP_OFFICER',
  municipality,
  sub: `board-${municipality}`,
  purpose: 'GUARDIANSHIP',
});
const receipt = 'id kind instructions(language: EN)';

let hub: LifecycleHub;
beforeAll(async () => {
  hub = await createLifecycleHub();
}, 60_000);
afterAll(() => hub?.close());

const submit = (input: object, asker = guardian) =>
  hub.change(asker, 'submitGuardianReport', { child, ...input }, receipt);
const transfer = (asker: Asker, input: object = {}) =>
  hub.change(asker, 'transferGuardianship', { child, ...input }, 'id');
const disappeared = (more: object = {}) => ({
  absconding: {
    disappearedAt: hub.at(-20),
    policeReported: false,
    migrationAgencyInformed: true,
    migrationAgencyInformedAt: hub.at(-2),
    socialServicesInformed: true,
    socialServicesInformedAt: hub.at(-2),
    homeInformed: true,
    homeInformedAt: hub.at(-2),
    schoolInformed: false,
    schoolNotInformedBecause: 'Lov',
    closePersonsAsked: false,
    closePersonsNotAskedBecause: 'Ingen känd',
    riskOrCrimeSuspected: true,
    leftCountryLikely: false,
    boardToldByOthers: false,
    dutyUnderstood: true,
    ...more,
  },
});
const back = {
  policeInformed: true,
  migrationAgencyInformed: true,
  socialServicesInformed: true,
  homeInformed: true,
  schoolInformed: true,
  childAsked: false,
};
const watched = async () =>
  (
    await hub.ask(
      guardian,
      'query ($id: ID!) { child(id: $id) { guardianship { watchedSince board { code } } } }',
      {
        id: child,
      },
    )
  ).data.child.guardianship;

describe('a guardian’s report to the board', () => {
  it.each([
    ['without an answer', { leftCountryLikely: null }, 'absconding.leftCountryLikely'],
    ['without the follow-up of a yes', { policeReported: true }, 'absconding.policeReportedBy'],
    [
      'without the follow-up of a no',
      { schoolNotInformedBecause: null },
      'absconding.schoolNotInformedBecause',
    ],
    [
      'with the follow-up of the other answer',
      { schoolInformedAt: '2026-01-01T00:00:00Z' },
      'absconding.schoolInformedAt',
    ],
    ['of the future', { disappearedAt: '2999-01-01T00:00:00Z' }, 'absconding.disappearedAt'],
    [
      'in a text that is too long',
      { schoolNotInformedBecause: 'å'.repeat(4_001) },
      'absconding.schoolNotInformedBecause',
    ],
    [
      'that somebody was told before it happened',
      { homeInformedAt: '2020-01-01T10:00:00Z' },
      'absconding.homeInformedAt',
    ],
    [
      'that somebody was told tomorrow',
      { homeInformedAt: '2999-01-01T10:00:00Z' },
      'absconding.homeInformedAt',
    ],
  ])('%s is refused with the path of the answer', async (_what, more, field) => {
    expect(refusalOf(await submit(disappeared(more)))).toEqual(['BAD_USER_INPUT', field]);
  });

  it('is on one of the forms, and of a return only after a disappearance', async () => {
    expect(refusalOf(await submit({}))).toEqual(['BAD_USER_INPUT', 'absconding']);
    expect(refusalOf(await submit({ return: { returnedAt: hub.at(-1), ...back } }))).toEqual(['CONFLICT']);
  });

  it('is answered by what is still to be done, and the board watches the case', async () => {
    const { data, errors } = await submit(disappeared());
    expect(errors).toEqual([]);
    expect(data.submitGuardianReport.instructions).toEqual([
      'Report the disappearance to the police now: 114 14, or 116 000.',
      'Tell the police.',
      'The board watches the case. It may later be handed over to Stockholm’s board.',
    ]);
    expect(await watched()).toEqual({ watchedSince: expect.any(String), board: { code: '2580' } });
    expect(refusalOf(await submit(disappeared()))).toEqual(['CONFLICT']);
  });

  it('is read back by the guardian and its board, answer by answer, and by nobody else', async () => {
    const reports = `query ($id: ID!) { child(id: $id) { guardianship { reports {
      kind happenedAt receivedAt answers { question label(language: EN) answer } } } } }`;
    const [own, boards, others] = await Promise.all(
      [guardian, board('2580'), socialWorker('2580')].map((asker) => hub.ask(asker, reports, { id: child })),
    );
    const [report, ...more] = own!.data.child.guardianship.reports;
    expect(more).toEqual([]);
    expect(report.kind).toBe('ABSCONDING');
    expect(report.answers).toContainEqual({
      question: 'schoolNotInformedBecause',
      label: expect.any(String),
      answer: ['Lov'],
    });
    expect(boards!.data).toEqual(own!.data);
    expect(JSON.stringify(others!.data)).not.toContain('Lov');
    expect(codeOf(others!)).toBe('SECRECY');
  });

  it('tells nobody which children there are', async () => {
    const answers = await Promise.all([
      submit(disappeared(), guardianOf('twin-a')),
      submit({ child: unknown, ...disappeared() }),
    ]);
    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(answers.map(contentOf)).size).toBe(1);
    expect(codeOf(await submit(disappeared(), socialWorker('2580')))).toBe('FORBIDDEN');
  });

  it('can lead to Stockholm’s board, by the board’s own decision and once', async () => {
    expect(codeOf(await transfer(board('0180')))).toBe('NOT_FOUND');
    expect(codeOf(await transfer(board('2580'), { expectedVersion: 99 }))).toBe('CONFLICT');
    expect((await transfer(board('2580'))).errors).toEqual([]);
    expect((await watched()).board).toEqual({ code: '0180' });
    expect(codeOf(await transfer(board('0180')))).toBe('CONFLICT');
  });

  it('of a return ends the watch', async () => {
    const early = { return: { returnedAt: hub.at(-30), ...back } };
    expect(refusalOf(await submit(early))).toEqual(['BAD_USER_INPUT', 'return.returnedAt']);
    const { data } = await submit({ return: { returnedAt: hub.at(-1), ...back } });
    expect(data.submitGuardianReport.instructions).toEqual(['Ask the child, and collect contact details.']);
    expect((await watched()).watchedSince).toBeNull();
  });
});
