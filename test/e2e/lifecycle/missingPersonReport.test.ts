import { storyChildId } from '../../../subgraphs/demo/stories';
import type { Asker } from '../../harness/hub';
import {
  codeOf,
  contentOf,
  guardianOf,
  hidden,
  investigator,
  officer,
  patrol,
  unknown,
} from '../disclosure/disclosureHub';
import {
  createLifecycleHub,
  refusalOf,
  socialEmergency,
  socialWorker,
  type LifecycleHub,
} from './lifecycleHub';

/** Of Huddinge; away since three days, reported to nobody, with a guardian. */
const child = storyChildId('placed-elsewhere');
const guardian = guardianOf('placed-elsewhere');
const huddinge = socialWorker('0126');
const form = { givenName: 'Omar', familyName: 'Al-Hamid', dossierNumber: '12-410006' };

let hub: LifecycleHub;
beforeAll(async () => {
  hub = await createLifecycleHub();
}, 60_000);
afterAll(() => hub?.close());

const file = (asker: Asker, input: object, fields = 'reportNumber reportedAt version', key?: string) =>
  hub.change(asker, 'fileMissingPersonReport', { child, ...input }, fields, key);
const filled = (more: object = {}) => ({ form: { ...form, abscondedAt: hub.at(-72), ...more } });

describe('a report of a missing child', () => {
  it('is one report, whoever of guardian, social services and home comes first', async () => {
    const all = await Promise.all([
      file(guardian, filled({ suicidalThoughts: true })),
      file(huddinge, { reporter: 'HOME', ...filled({ clothing: 'Blå jacka' }) }),
      file(huddinge, filled()),
    ]);
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    const numbers = all.map(({ data }) => data.fileMissingPersonReport.reportNumber);
    expect(new Set(numbers).size).toBe(1);
    const content =
      '{ reportNumber status reportedBy answers { question label(language: EN) answer } supplements { by } }';
    const { data } = await hub.ask(
      huddinge,
      `query ($id: ID!) { child(id: $id) { missingPersonReport ${content} deadlines { kind state } } }`,
      { id: child },
    );
    expect(data.child.missingPersonReport).toMatchObject({ reportNumber: numbers[0], status: 'OPEN' });
    expect(data.child.missingPersonReport.supplements).toHaveLength(2);
    expect(data.child.missingPersonReport.answers).toContainEqual({
      question: 'givenName',
      label: 'Given name, spelt as in the documents',
      answer: ['Omar'],
    });
    expect(data.child.deadlines).toContainEqual({
      kind: 'POLICE_REPORT_24H',
      state: expect.stringMatching(/DONE|OVERDUE/),
    });
  });

  it('sent twice under one key adds nothing', async () => {
    const report = filled({ interests: 'Fotboll' });
    const first = await file(guardian, report, undefined, 'k1');
    const second = await file(guardian, report, undefined, 'k1');
    expect([second.errors, second.data]).toEqual([first.errors, first.data]);
  });

  it('is there for the patrol that meets the child', async () => {
    const { data } = await hub.ask(
      patrol,
      '{ identify(criteria: { dossierNumber: "12-410006" }, foundIn: "0180") { child { id missingPersonReport { status } } } }',
    );
    expect(data.identify.child).toEqual({ id: child, missingPersonReport: { status: 'OPEN' } });
  });

  it.each([
    ['without when the child left', { abscondedAt: null }, 'form.abscondedAt'],
    ['of a child that will leave', { abscondedAt: '2999-01-01T00:00:00Z' }, 'form.abscondedAt'],
    ['without a name', { familyName: null }, 'form.familyName'],
    ['that leaves a follow-up unanswered', { missingBefore: true }, 'form.missingBeforeWhere'],
    [
      'that answers what was not asked',
      { missingBefore: false, missingBeforeWhere: 'Göteborg' },
      'form.missingBeforeWhere',
    ],
    ['without saying whether an interpreter is needed', { languages: ['ar'] }, 'form.interpreterNeeded'],
    ['in a text that is too long', { marks: 'å'.repeat(4_001) }, 'form.marks'],
    ['with too many friends', { familyAndFriends: Array(21).fill('x') }, 'form.familyAndFriends'],
  ])('%s is refused with the path of the answer', async (_what, more, field) => {
    expect(refusalOf(await file(guardian, filled(more)))).toEqual(['BAD_USER_INPUT', field]);
  });

  it('is not a guardian’s to make for the home', async () => {
    expect(refusalOf(await file(guardian, { reporter: 'HOME', ...filled() }))).toEqual([
      'BAD_USER_INPUT',
      'reporter',
    ]);
  });

  it('tells nobody which children there are', async () => {
    const about = (id: string, asker: Asker) => file(asker, { child: id, ...filled() });
    const answers = await Promise.all([
      about(unknown, huddinge),
      about(hidden, huddinge),
      about(child, socialWorker('0180')),
      about(child, guardianOf('open-case')),
      about(child, investigator),
      about(child, socialEmergency('0126')),
    ]);
    expect(answers.map(codeOf)).toEqual(Array(6).fill('NOT_FOUND'));
    expect(new Set(answers.map(contentOf)).size).toBe(1);
    expect(codeOf(await file(officer, filled()))).toBe('FORBIDDEN');
  });

  it('shows the guardian its number, and what was reported not', async () => {
    const { data, errors } = await file(guardian, filled(), 'reportNumber reportedBy answers { question }');
    expect(data.fileMissingPersonReport).toMatchObject({
      reportNumber: expect.any(String),
      reportedBy: null,
      answers: null,
    });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['SECRECY', 'SECRECY']);
  });

  it('is closed by the police, who cancel the alert, and a new absconding is a new report', async () => {
    const { data } = await file(huddinge, filled());
    const { reportNumber, version } = data.fileMissingPersonReport;
    const update = (input: object) =>
      hub.change(patrol, 'updateMissingPersonReport', { reportNumber, ...input }, 'status outcome version');
    expect((await update({ nationalAlert: true })).errors).toEqual([]);
    expect((await update({ suspectedVictim: true })).errors).toEqual([]);
    const alert = 'query ($id: ID!) { child(id: $id) { nationalAlertActive suspectedVictimOfCrime } }';
    expect((await hub.ask(huddinge, alert, { id: child })).data.child).toEqual({
      nationalAlertActive: true,
      suspectedVictimOfCrime: true,
    });
    expect(codeOf(await update({ outcome: 'DISCONTINUED' }))).toBe('CLOSE_TOO_EARLY');
    expect(codeOf(await update({ outcome: 'SOLVED', expectedVersion: version + 5 }))).toBe('CONFLICT');
    expect((await update({ outcome: 'SOLVED' })).data.updateMissingPersonReport).toMatchObject({
      status: 'CLOSED',
      outcome: 'SOLVED',
    });
    expect((await hub.ask(huddinge, alert, { id: child })).data.child).toEqual({
      nationalAlertActive: false,
      suspectedVictimOfCrime: true,
    });
    expect(codeOf(await update({ outcome: 'SOLVED' }))).toBe('CONFLICT');
    hub.pass({ hours: 5 });
    const next = await file(huddinge, filled({ abscondedAt: hub.at(-1) }));
    expect(next.data.fileMissingPersonReport.reportNumber).not.toBe(reportNumber);
    const missing = { reportNumber: 'no-such-report', outcome: 'SOLVED' };
    expect(codeOf(await hub.change(patrol, 'updateMissingPersonReport', missing, 'status'))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('a meeting with a child', () => {
  const ngo: Asker = { role: 'NGO_WORKER', sub: 'night-patrol', purpose: 'REPORTING' };
  const found = (asker: Asker, input: object, fields = 'id', key?: string) =>
    hub.change(asker, 'recordFound', { foundIn: '0180', ...input }, fields, key);

  it('that nobody knows is recorded by a voluntary organisation, which is told nothing of it', async () => {
    const note = { who: 'Omar', fear: 'Vågade inte tala', contactLeft: true };
    const { data, errors } = await found(ngo, { note, place: 'Sergels torg' });
    expect([errors, data.recordFound]).toEqual([[], { id: expect.any(String) }]);
    expect(refusalOf(await found(ngo, {}, 'id place'))[0]).toBe('SECRECY');
  });

  it('is linked to its child by the same finder once the child is identified', async () => {
    const first = await found(
      patrol,
      { place: 'Centralen', note: { intoxicated: false } },
      'id identityKnown',
    );
    expect(first.data.recordFound.identityKnown).toBe(false);
    const { id: earlierEvent } = first.data.recordFound;
    await hub.ask(
      patrol,
      '{ identify(criteria: { dossierNumber: "12-410006" }, foundIn: "0180") { outcome } }',
    );
    const other = await found({ ...patrol, sub: 'another' }, { child, earlierEvent });
    expect(codeOf(other)).toBe('NOT_FOUND');
    const named = await found(patrol, { child, earlierEvent }, 'id identityKnown note { question answer }');
    expect(named.data.recordFound).toEqual({
      id: earlierEvent,
      identityKnown: true,
      note: [{ question: 'intoxicated', answer: ['false'] }],
    });
    const { data, errors } = await hub.ask(
      huddinge,
      'query ($id: ID!) { child(id: $id) { absconding { status } foundEvents { id place guidance { text } } } }',
      { id: child },
    );
    expect([errors, data.child]).toEqual([
      [],
      {
        absconding: { status: 'FOUND' },
        foundEvents: [{ id: earlierEvent, place: 'Centralen', guidance: null }],
      },
    ]);
  });

  it('gets the finder whom to call and what to do, the same whether anybody knows the child', async () => {
    const guidance =
      'guidance { text(language: EN) contacts { name openNow phones { display } } steps { id actor } }';
    const nobody = await found(ngo, {}, guidance);
    expect(nobody.errors).toEqual([]);
    expect(nobody.data.recordFound.guidance).toMatchObject({
      text: expect.stringContaining('social services in Stockholm'),
      contacts: expect.arrayContaining([expect.objectContaining({ openNow: true })]),
      steps: expect.arrayContaining([expect.objectContaining({ id: expect.stringMatching(/^STH_FOUND/) })]),
    });
    const answers = [
      nobody,
      await found(patrol, { child }, guidance),
      await hub.ask(
        patrol,
        `{ identify(criteria: { dossierNumber: "12-410009" }, foundIn: "0180") { ${guidance} } }`,
      ),
    ];
    const told = answers.map(({ data }) => JSON.stringify((data.recordFound ?? data.identify).guidance));
    expect(new Set(told).size).toBe(1);
  });

  it('gives the same receipt when it is sent again under its key', async () => {
    const text = 'id guidance { text }';
    const { data } = await found(ngo, { foundIn: '2580' }, text, 'one-meeting');
    expect(data.recordFound.guidance.text).toContain('Luleå');
    const again = await found(ngo, { foundIn: '2580' }, text, 'one-meeting');
    expect(again.data).toEqual(data);
  });

  it.each([
    ['in the future', { at: '2999-01-01T00:00:00Z' }, ['BAD_USER_INPUT', 'at']],
    ['linked to no child', { earlierEvent: 'x' }, ['BAD_USER_INPUT', 'child']],
    ['at a place that is too long', { place: 'x'.repeat(301) }, ['BAD_USER_INPUT', 'place']],
  ])('%s is refused', async (_what, input, refusal) => {
    expect(refusalOf(await found(patrol, input))).toEqual(refusal);
  });

  it('of a child that the finder has not identified is not found', async () => {
    const answers = await Promise.all([found(ngo, { child }), found(ngo, { child: unknown })]);
    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(answers.map(contentOf)).size).toBe(1);
  });
});
