import { storyChildId } from '../../../subgraphs/demo/stories';
import { addMonthsToDate, localDate, startOfDay } from '../../../subgraphs/shared/time/stockholm';
import { codeOf, contentOf, officer, unknown } from '../disclosure/disclosureHub';
import {
  createLifecycleHub,
  refusalOf,
  socialEmergency,
  socialWorker,
  type LifecycleHub,
} from './lifecycleHub';

/** Of Luleå; it absconded ten days ago. */
const away = storyChildId('open-case');
const lulea = socialWorker('2580');

let hub: LifecycleHub;
let leftOn: string;
beforeAll(async () => {
  hub = await createLifecycleHub();
  const { data } = await hub.ask(lulea, 'query ($id: ID!) { child(id: $id) { episodes { abscondedAt } } }', {
    id: away,
  });
  leftOn = localDate(new Date(data.child.episodes[0].abscondedAt));
}, 60_000);
afterAll(() => hub?.close());

const close = (child = away, asker = lulea) =>
  hub.change(
    asker,
    'closeSocialCase',
    { child },
    'status closedOn guardianConsultedOn guardianOpinion version',
  );
const consult = (input: object, child = away) =>
  hub.change(lulea, 'recordGuardianConsultation', { child, ...input }, 'guardianOpinion guardianOpinionNote');

describe('a case about a child who is away', () => {
  it('is not closed before three calendar months, and says from when it can be', async () => {
    const { errors } = await close();
    expect(errors[0]!.extensions).toMatchObject({
      code: 'CLOSE_TOO_EARLY',
      closableFrom: addMonthsToDate(leftOn, 3),
    });
  });

  it('takes what social services do meanwhile', async () => {
    const told = await hub.change(
      lulea,
      'recordInformed',
      { child: away, receiver: 'MIGRATION_AGENCY', subject: 'ABSCONDING', at: hub.at(-3) },
      'informed { receiver sender subject basis }',
    );
    expect(told.errors).toEqual([]);
    expect(told.data.recordInformed.informed).toEqual([
      { receiver: 'MIGRATION_AGENCY', sender: 'SOCIAL_SERVICES', subject: 'ABSCONDING', basis: null },
    ]);
    const home = { child: away, receiver: 'GUARDIAN', sender: 'HOME', subject: 'ABSCONDING', at: hub.at(-2) };
    const guardian = await hub.change(socialEmergency('2580'), 'recordInformed', home, 'id');
    expect(guardian.errors).toEqual([]);
    const meeting = {
      child: away,
      heldAt: hub.at(-1),
      participants: ['POLICE', 'SCHOOL'],
      outcome: 'Vi söker vidare',
    };
    const met = await hub.change(
      lulea,
      'recordReconciliationMeeting',
      meeting,
      'meetings { participants outcome } informed { receiver } guardianInformedAt',
    );
    expect(met.data.recordReconciliationMeeting).toMatchObject({
      meetings: [{ participants: ['POLICE', 'SCHOOL'], outcome: 'Vi söker vidare' }],
      informed: [{ receiver: 'MIGRATION_AGENCY' }, { receiver: 'GUARDIAN' }],
      guardianInformedAt: expect.any(String),
    });
  });

  it.each([
    ['recordInformed', { receiver: 'NGO', subject: 'ABSCONDING' }, ['BAD_USER_INPUT', 'basis']],
    [
      'recordInformed',
      { receiver: 'NGO', subject: 'ABSCONDING', basis: 'OSL_10_27' },
      ['BAD_USER_INPUT', 'basis'],
    ],
    ['recordInformed', { receiver: 'GUARDIAN', subject: 'RETURN' }, ['CONFLICT']],
    [
      'recordInformed',
      { receiver: 'GUARDIAN', subject: 'ABSCONDING', at: '2001-01-01T00:00:00Z' },
      ['BAD_USER_INPUT', 'at'],
    ],
    ['recordReconciliationMeeting', { participants: [], outcome: 'x' }, ['BAD_USER_INPUT', 'participants']],
    ['recordReconciliationMeeting', { participants: ['HOME'], outcome: ' ' }, ['BAD_USER_INPUT', 'outcome']],
    [
      'recordReconciliationMeeting',
      { participants: ['HOME'], outcome: 'x', nextOn: '2001-01-01' },
      ['BAD_USER_INPUT', 'nextOn'],
    ],
    ['confirmLeftCountry', { by: 'POLICE', country: 'DNK' }, ['BAD_USER_INPUT', 'country']],
    [
      'confirmLeftCountry',
      { by: 'POLICE', country: 'DEU', confirmedAt: '2999-01-01T00:00:00Z' },
      ['BAD_USER_INPUT', 'confirmedAt'],
    ],
    ['recordGuardianConsultation', { opinion: 'OBJECTS' }, ['BAD_USER_INPUT', 'note']],
    [
      'recordGuardianConsultation',
      { opinion: 'AGREES', consultedOn: '2999-01-01' },
      ['BAD_USER_INPUT', 'consultedOn'],
    ],
    ['closeSocialCase', { expectedVersion: 99 }, ['CONFLICT']],
  ])('%s with %j is refused', async (mutation, input, refusal) => {
    const field = /Consultation|close/.test(mutation) ? 'status' : 'id';
    expect(refusalOf(await hub.change(lulea, mutation, { child: away, ...input }, field))).toEqual(refusal);
  });

  it('is not closed after three months either, until the guardian was asked since the absconding', async () => {
    const midnight = startOfDay(addMonthsToDate(leftOn, 3)).getTime() - hub.now().getTime();
    hub.pass({ hours: midnight / 3_600_000 - 1 });
    expect(codeOf(await close())).toBe('CLOSE_TOO_EARLY');
    hub.pass({ hours: 2 });
    expect(codeOf(await close())).toBe('GUARDIAN_NOT_CONSULTED');
    const before = { opinion: 'AGREES', consultedOn: addMonthsToDate(leftOn, -1) };
    expect((await consult(before)).errors).toEqual([]);
    expect(codeOf(await close())).toBe('GUARDIAN_NOT_CONSULTED');
  });

  it('is then closed once, and notes the child as missing', async () => {
    const { data } = await consult({ opinion: 'OBJECTS', note: 'Barnet kan komma tillbaka' });
    expect(data.recordGuardianConsultation).toEqual({
      guardianOpinion: 'OBJECTS',
      guardianOpinionNote: 'Barnet kan komma tillbaka',
    });
    const answers = await Promise.all([close(), close(away, socialWorker('2580', 'colleague'))]);
    expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', undefined]);
    const closed = answers.find(({ errors }) => errors.length === 0)!.data.closeSocialCase;
    expect(closed).toMatchObject({
      status: 'CLOSED',
      closedOn: localDate(hub.now()),
      guardianOpinion: 'OBJECTS',
    });
    const answer = await hub.ask(
      lulea,
      'query ($id: ID!) { child(id: $id) { absconding { status } episodes { status notedMissingOn } responsibility { rule } } }',
      { id: away },
    );
    expect(answer.data.child).toEqual({
      absconding: { status: 'MISSING' },
      episodes: [{ status: 'MISSING', notedMissingOn: localDate(hub.now()) }],
      responsibility: { rule: 'ASSIGNED_CASE_CLOSED' },
    });
  });

  it('is of the past when the child is assigned anew, on the very day, too', async () => {
    const input = { child: away, municipality: '2580', ground: 'EARLIER_CONNECTION' };
    const { errors } = await hub.change(officer, 'assignMunicipality', input, 'assignedOn');
    expect(errors).toEqual([]);
    const { data } = await hub.ask(
      lulea,
      'query ($id: ID!) { child(id: $id) { responsibility { rule municipality { code } } } }',
      { id: away },
    );
    expect(data.child.responsibility).toEqual({
      rule: 'ASSIGNED_CASE_OPEN',
      municipality: { code: '2580' },
    });
  });
});

describe('a case', () => {
  it('is closed at once when the child is confirmed abroad and the guardian was asked', async () => {
    const child = storyChildId('residence-permit');
    const botkyrka = socialWorker('0127');
    const left = { child, by: 'FOREIGN_AUTHORITY', country: 'DEU' };
    const gone = await hub.change(botkyrka, 'confirmLeftCountry', left, 'status leftCountryConfirmedBy');
    expect(gone.data.confirmLeftCountry).toEqual({
      status: 'CLOSED',
      leftCountryConfirmedBy: 'FOREIGN_AUTHORITY',
    });
    expect(codeOf(await hub.change(botkyrka, 'confirmLeftCountry', left, 'id'))).toBe('CONFLICT');
    const asked = { child, opinion: 'NO_GUARDIAN', note: 'Uppdraget har upphört' };
    await hub.change(botkyrka, 'recordGuardianConsultation', asked, 'status');
    expect((await close(child, botkyrka)).data.closeSocialCase.status).toBe('CLOSED');
  });

  it('tells nobody else whether it is there', async () => {
    const answers = await Promise.all([close(unknown), close(away, socialWorker('0180'))]);
    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(answers.map(contentOf)).size).toBe(1);
    expect(codeOf(await close(away, officer))).toBe('FORBIDDEN');
    expect(codeOf(await close(away, socialEmergency('2580')))).toBe('FORBIDDEN');
  });
});

describe('an assessment of immediate care', () => {
  const child = storyChildId('placed-elsewhere');
  const huddinge = socialWorker('0126');
  const fields = 'kind inForce handrackningRequested handrackningGround executedOn submittedOn version';
  const assess = (input: object) =>
    hub.change(huddinge, 'assessImmediateCare', { child, grounds: 'Prövat', ...input }, fields);

  it('that finds none needed is kept as an assessment and is no order', async () => {
    const { data } = await assess({ takenIntoCare: false });
    expect(data.assessImmediateCare).toMatchObject({ kind: 'NO_IMMEDIATE_CARE', inForce: false });
    const answer = await hub.ask(
      huddinge,
      'query ($id: ID!) { child(id: $id) { careOrder { kind } deadlines { kind state } } }',
      { id: child },
    );
    expect(answer.data.child.careOrder).toEqual({ kind: 'LVU' });
    expect(answer.data.child.deadlines).toContainEqual({ kind: 'PROTECTION_ASSESSMENT', state: 'DONE' });
  });

  it('that takes the child into care starts the clocks of LVU, which its steps end', async () => {
    const { data } = await assess({ takenIntoCare: true, handrackningGround: 'POLICE_POWERS_NEEDED' });
    expect(data.assessImmediateCare).toMatchObject({
      kind: 'LVU_IMMEDIATE',
      inForce: true,
      handrackningRequested: true,
      handrackningGround: 'POLICE_POWERS_NEEDED',
    });
    const deadlines = 'query ($id: ID!) { child(id: $id) { deadlines { kind state } } }';
    const before = await hub.ask(huddinge, deadlines, { id: child });
    expect(before.data.child.deadlines).toContainEqual({ kind: 'LVU_SUBMIT_1W', state: 'PENDING' });
    hub.pass({ hours: 3 });
    const { version } = data.assessImmediateCare;
    const steps = { child, executedAt: hub.at(-2), submittedAt: hub.at(-1), expectedVersion: version };
    const followed = await hub.change(huddinge, 'recordCareOrderSteps', steps, fields);
    expect(followed.data.recordCareOrderSteps).toMatchObject({ version: version + 1, inForce: true });
    const after = await hub.ask(huddinge, deadlines, { id: child });
    expect(after.data.child.deadlines).toContainEqual({ kind: 'LVU_SUBMIT_1W', state: 'DONE' });
    expect(codeOf(await hub.change(huddinge, 'recordCareOrderSteps', steps, fields))).toBe('CONFLICT');
  });

  it('takes nobody into care twice, for the first order’s time limits would be forgotten', async () => {
    const twice = await assess({ takenIntoCare: true });
    expect(twice.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', version: expect.any(Number) });
  });

  it.each([
    ['without grounds', { takenIntoCare: true, grounds: ' ' }, ['BAD_USER_INPUT', 'grounds']],
    [
      'in the future',
      { takenIntoCare: true, assessedAt: '2999-01-01T00:00:00Z' },
      ['BAD_USER_INPUT', 'assessedAt'],
    ],
    [
      'that asks the police to carry out no order',
      { takenIntoCare: false, handrackningGround: 'EXCEPTIONAL_REASONS' },
      ['BAD_USER_INPUT', 'handrackningGround'],
    ],
  ])('%s is refused', async (_what, input, refusal) => {
    expect(refusalOf(await assess(input))).toEqual(refusal);
  });

  it('takes no step before the decision', async () => {
    const early = { child, executedAt: '2001-01-01T00:00:00Z' };
    expect(refusalOf(await hub.change(huddinge, 'recordCareOrderSteps', early, fields))).toEqual([
      'BAD_USER_INPUT',
      'executedAt',
    ]);
  });

  it('does not end before it was carried out', async () => {
    const early = { child, endedAt: hub.at(-2.5) };
    expect(refusalOf(await hub.change(huddinge, 'recordCareOrderSteps', early, fields))).toEqual([
      'BAD_USER_INPUT',
      'endedAt',
    ]);
  });
});
