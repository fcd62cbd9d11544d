import { storyChildId } from '../../../subgraphs/demo/stories';
import { addDaysToDate, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import {
  codeOf,
  contentOf,
  createPreventionHub,
  fieldOf,
  officer,
  patrol,
  worker,
  type PreventionHub,
} from './preventionHub';

let hub: PreventionHub;
let today: string;
beforeAll(async () => {
  hub = await createPreventionHub();
  today = localDate(hub.now());
}, 90_000);
afterAll(() => hub?.close());

const open = storyChildId('open-case'); // Luleå's
const lulea = worker('2580');
const identity = (given: string) => ({
  names: [{ given, family: 'Berhanu' }],
  birthDate: '2011-04-09',
  sex: 'FEMALE',
});
const openCase = (input: object, asker = lulea, key?: string) =>
  hub.change(
    asker,
    'openSocialCase',
    { caseNumber: 'SN 2026/1', ...input },
    'status openedOn caseNumber municipality { code } version',
    key,
  );
/** Registered by the Migration Agency, with a case of its own in the municipality. */
async function childOf(municipality: string, given: string): Promise<string> {
  const { data } = await hub.change(
    officer,
    'registerChild',
    {
      names: [{ given, family: 'Berhanu', kind: 'REGISTERED' }],
      birthDate: '2011-04-09',
      arrivalMunicipality: municipality,
    },
    'id',
  );
  const child = data.registerChild.id;
  const { errors } = await openCase({ child, identity: identity(given) }, worker(municipality));
  expect(errors).toEqual([]);
  return child;
}
const read = (asker: typeof lulea, child: string, fields: string) =>
  hub.ask(asker, `query ($child: ID!) { child(id: $child) { ${fields} } }`, { child });

describe('opening a case', () => {
  test('takes the child into the municipality’s own register, under the reference that all agencies share', async () => {
    const child = await childOf('2580', 'Hiwet');
    const held = await read(lulea, child, 'names { given } socialCase { status caseNumber openedOn }');
    expect(held.errors).toEqual([]);
    expect(held.data.child).toEqual({
      names: [{ given: 'Hiwet' }],
      socialCase: { status: 'OPEN', caseNumber: 'SN 2026/1', openedOn: today },
    });
    expect(await hub.events('municipality', child)).toEqual(['CASE_OPENED']);
  });

  test('works for a child that no agency has a reference for, whom a search then finds', async () => {
    const { errors } = await openCase({
      identity: { ...identity('Letebrhan'), personalNumber: '20110409-2384' },
    });
    expect(errors).toEqual([]);
    const answer = await hub.ask(
      lulea,
      '{ identify(criteria: { personalNumber: "20110409-2384" }, foundIn: "2580") { outcome child { id } } }',
    );
    expect(answer.data.identify.outcome).toBe('UNIQUE_MATCH');
    expect(answer.data.identify.child.id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is refused while another municipality is in charge and has not handed over', async () => {
    expect(codeOf(await openCase({ child: open }, worker('0180')))).toBe('CONFLICT');
    expect(codeOf(await openCase({ child: open }))).toBe('CONFLICT'); // Luleå has one
    const [row] = await hub.rows<{ cases: number }>(
      'municipality',
      'SELECT count(*)::int AS cases FROM social_case WHERE child_id = $1',
      [open],
    );
    expect(row).toEqual({ cases: 1 });
  });

  test.each([
    ['an unknown child without identity', { child: 'nobody' }, 'identity'],
    ['an identity without a name', { identity: { names: [], sex: 'MALE' } }, 'identity.names'],
    ['a case number that is none', { identity: identity('A'), caseNumber: ' ' }, 'caseNumber'],
    ['an opening to come', { identity: identity('A'), openedOn: '2999-01-01' }, 'openedOn'],
  ])('refuses %s', async (_what, input, field) => {
    const answer = await openCase(input);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', field]);
  });

  test('is one case for one key, and no matter of other agencies', async () => {
    const input = { identity: identity('Senait') };
    const first = await openCase(input, lulea, 'case-1');
    expect((await openCase(input, lulea, 'case-1')).data).toEqual(first.data);
    for (const asker of [officer, patrol]) expect(codeOf(await openCase(input, asker))).toBe('FORBIDDEN');
  });
});

describe('placing a child', () => {
  const place = (child: string, input: object = {}, asker = lulea) =>
    hub.change(
      asker,
      'recordPlacement',
      { child, type: 'HVB', municipality: '2581', name: 'Granen', address: 'Granvägen 2', ...input },
      'type name address since until placedBy { code } municipality { code }',
    );

  test('ends the placement before it, and the municipality stays responsible', async () => {
    const child = await childOf('2580', 'Saba');
    await place(child, { since: addDaysToDate(today, -10) });
    const { data, errors } = await place(child, { type: 'FOSTER_HOME', municipality: '2580', name: null });
    expect(errors).toEqual([]);
    expect(data.recordPlacement).toEqual({
      type: 'FOSTER_HOME',
      name: null,
      address: 'Granvägen 2',
      since: today,
      until: null,
      placedBy: { code: '2580' },
      municipality: { code: '2580' },
    });
    const rows = await hub.rows(
      'municipality',
      `SELECT to_char(until, 'YYYY-MM-DD') AS until FROM placement WHERE child_id = $1 ORDER BY id`,
      [child],
    );
    expect(rows).toEqual([{ until: addDaysToDate(today, -1) }, { until: null }]);
    expect(await hub.events('municipality', child)).toEqual(['CASE_OPENED', 'PLACED', 'PLACED']);
    expect((await read(lulea, child, 'placement { type }')).data.child.placement).toEqual({
      type: 'FOSTER_HOME',
    });
  });

  test('is one placement in force however many come at the same moment, and never shows a shelter', async () => {
    const child = await childOf('2580', 'Feven');
    const types = ['HVB', 'FOSTER_HOME', 'NETWORK_HOME'];
    const answers = await Promise.all(types.map((type) => place(child, { type })));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const shelter = await place(child, { type: 'PROTECTED_HOUSING' });
    expect(shelter.data.recordPlacement).toMatchObject({ name: null, address: null });
    const inForce = await hub.rows(
      'municipality',
      'SELECT type FROM placement WHERE child_id = $1 AND until IS NULL',
      [child],
    );
    expect(inForce).toEqual([{ type: 'PROTECTED_HOUSING' }]);
  });

  test('is the municipality in charge’s, and tells no other whether the child is known', async () => {
    const answers = await Promise.all([
      place(open, {}, worker('0180')),
      place('nobody', {}, worker('0180')),
      place(storyChildId('protected'), {}, worker('0180')),
    ]);
    expect(answers.map(codeOf)).toEqual(Array(3).fill('NOT_FOUND'));
    expect(new Set(answers.map(contentOf)).size).toBe(1);
  });

  test('comes after the placement before it, and not in the future', async () => {
    const child = await childOf('2580', 'Luam');
    await place(child);
    expect(fieldOf(await place(child, { since: addDaysToDate(today, -1) }))).toBe('since');
    expect(fieldOf(await place(child, { since: addDaysToDate(today, 2) }))).toBe('since');
  });
});

describe('assessing risk', () => {
  const plan = (area: string) => ({ area, measure: 'Samtal', responsible: 'socialsekreterare' });
  const assess = (child: string, input: object, asker = lulea, key?: string) =>
    hub.change(
      asker,
      'recordRiskAssessment',
      { child, checklistVersion: 'SUN-2025', lifeDanger: false, items: [], ...input },
      'assessedOn nextFollowUpOn lifeDanger checklistVersion items { code present note } plan { area followUpOn }',
      key,
    );

  test('derives when the plan is followed up: weekly, every other week, monthly and at once', async () => {
    const child = await childOf('2580', 'Yodit');
    const { data, errors } = await assess(child, {
      items: [
        { code: 'OFTEN_AWAY_FROM_ACCOMMODATION', present: true },
        { code: 'SELF_HARM', present: true, note: 'Nya sår' },
        { code: 'APPEAL_PENDING', present: true },
        { code: 'TRAVEL_DEBT', present: false },
      ],
      plan: [
        plan('RISK_BEHAVIOUR'),
        plan('MENTAL_HEALTH'),
        plan('ASYLUM_PROCESS_AND_PLACEMENT'),
        plan('TRAFFICKING_SUSPICION'),
      ],
    });
    expect(errors).toEqual([]);
    expect(data.recordRiskAssessment).toMatchObject({ assessedOn: today, nextFollowUpOn: today });
    expect(data.recordRiskAssessment.items).toHaveLength(4);
    expect(data.recordRiskAssessment.plan).toEqual([
      { area: 'RISK_BEHAVIOUR', followUpOn: addDaysToDate(today, 7) },
      { area: 'MENTAL_HEALTH', followUpOn: addDaysToDate(today, 14) },
      { area: 'ASYLUM_PROCESS_AND_PLACEMENT', followUpOn: addMonthsToDate(today, 1) },
      { area: 'TRAFFICKING_SUSPICION', followUpOn: today },
    ]);
    const due = await read(lulea, child, 'deadlines { kind state }');
    expect(due.data.child.deadlines).toContainEqual({ kind: 'RISK_FOLLOW_UP', state: 'PENDING' });
  });

  test('keeps what is ticked about nationality to those who work with the child, and out of the plan', async () => {
    const child = await childOf('2580', 'Winta');
    const context = { code: 'NATIONALITY_GROUP_LOW_APPROVAL_RATE', present: true };
    const { data, errors } = await assess(child, { items: [context, { code: 'SELF_HARM', present: false }] });
    expect(errors).toEqual([]);
    expect(data.recordRiskAssessment).toMatchObject({ nextFollowUpOn: null, plan: [] });
    const own = await read(lulea, child, 'riskAssessment { items { code } }');
    expect(own.data.child.riskAssessment.items).toHaveLength(2);

    await assess(open, { items: [context, { code: 'KNOWN_TO_POLICE', present: false }] });
    const other = { ...worker('0180'), purpose: 'PROTECTION' };
    await hub.ask(
      other,
      '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "0180") { outcome } }',
    );
    const seen = await read(other, open, 'riskAssessment { items { code } }');
    expect(seen.data.child.riskAssessment.items).toEqual([{ code: 'KNOWN_TO_POLICE' }]);
  });

  test('is one assessment for one key, and the latest counts', async () => {
    const child = await childOf('2580', 'Rahwa');
    const first = await assess(child, { lifeDanger: true }, lulea, 'risk-1');
    expect((await assess(child, { lifeDanger: true }, lulea, 'risk-1')).data).toEqual(first.data);
    await assess(child, { lifeDanger: false });
    const held = await read(lulea, child, 'riskAssessment { lifeDanger }');
    expect(held.data.child.riskAssessment).toEqual({ lifeDanger: false });
    expect(fieldOf(await assess(child, { assessedOn: addDaysToDate(today, -1) }))).toBe('assessedOn');
  });

  test.each([
    ['another list’s item', { items: [{ code: 'MANY_CALLS_OR_TEXTS', present: true }] }, 'items.0.code'],
    [
      'an item twice',
      { items: ['a', 'b'].map((note) => ({ code: 'SELF_HARM', present: false, note })) },
      'items.1.code',
    ],
    ['a list that is none', { checklistVersion: 'SUN-1999' }, 'checklistVersion'],
    ['a ticked item without a measure', { items: [{ code: 'SELF_HARM', present: true }] }, 'plan'],
    [
      'an open item without a note',
      { checklistVersion: 'NB-2018', items: [{ code: 'OTHER_RISK_BEHAVIOUR', present: true }] },
      'items.0.note',
    ],
    ['a measure that says nothing', { plan: [{ ...plan('MENTAL_HEALTH'), measure: '' }] }, 'plan.0.measure'],
    ['an assessment to come', { assessedOn: '2999-01-01' }, 'assessedOn'],
  ])('refuses %s', async (_what, input, field) => {
    const answer = await assess(open, input);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', field]);
  });

  test('is refused to others, alike for a child that is known and one that is not', async () => {
    const answers = await Promise.all([
      assess(open, {}, worker('0180')),
      assess('nobody', {}, worker('0180')),
    ]);
    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(answers.map(contentOf)).size).toBe(1);
  });

  test('stands on checklists that anybody may read, in both languages', async () => {
    const { data, errors } = await hub.ask(
      { role: 'NGO_WORKER', purpose: 'REPORTING' },
      `{ riskChecklists { version source items { code area contextOnly text english: text(language: EN) } }
        riskFollowUps { area days months also(language: EN) measures } }`,
    );
    expect(errors).toEqual([]);
    expect(data.riskChecklists.map((each: { version: string }) => each.version).sort()).toEqual([
      'NB-2018',
      'STH-2017',
      'SUN-2025',
      'VG-7',
    ]);
    const items = data.riskChecklists.flatMap((each: { items: object[] }) => each.items);
    expect(items.filter((each: { contextOnly: boolean }) => each.contextOnly)).toHaveLength(2);
    expect(data.riskFollowUps).toHaveLength(4);
  });
});

describe('describing a child at intake', () => {
  const describe_ = (input: object, asker = lulea) =>
    hub.change(asker, 'recordDescription', { child: open, ...input }, 'heightCm hair photoUrl updatedOn');

  test('replaces the description, with a photo that the child agreed to', async () => {
    const photo = { photoUrl: 'https://foto.example/1', photoAgreedOn: today };
    const { data, errors } = await describe_({ heightCm: 168, hair: 'svart', ...photo });
    expect(errors).toEqual([]);
    expect(data.recordDescription).toEqual({
      heightCm: 168,
      hair: 'svart',
      photoUrl: 'https://foto.example/1',
      updatedOn: today,
    });
    expect((await read(lulea, open, 'description { heightCm }')).data.child.description).toEqual({
      heightCm: 168,
    });
    expect(codeOf(await describe_({}, worker('0180')))).toBe('NOT_FOUND');
  });

  test.each([
    ['a photo without agreement', { photoUrl: 'https://foto.example/1' }, 'photoAgreedOn'],
    ['a photo at no address', { photoUrl: 'javascript:alert(1)', photoAgreedOn: '2026-01-01' }, 'photoUrl'],
    ['a height of nobody', { heightCm: 300 }, 'heightCm'],
    ['an oversize text', { marks: 'x'.repeat(501) }, 'marks'],
  ])('refuses %s', async (_what, input, field) => {
    const answer = await describe_(input);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', field]);
  });
});

describe('handing over', () => {
  const handOver = (child: string, input: object = {}, asker = lulea) =>
    hub.change(
      asker,
      'recordHandover',
      { child, toMunicipality: '0180', consent: 'CHILD_AND_GUARDIAN', byPhone: true, ...input },
      'toMunicipality { code } consent byPhone basis',
    );

  test('lets the next municipality open its case, which ends the first one and shows what is known of risks', async () => {
    const child = await childOf('2580', 'Meron');
    await hub.change(
      lulea,
      'recordRiskAssessment',
      {
        child,
        checklistVersion: 'SUN-2025',
        lifeDanger: true,
        items: [{ code: 'SELF_HARM', present: true }],
        plan: [{ area: 'MENTAL_HEALTH', measure: 'BUP', responsible: 'socialsekreterare' }],
      },
      'assessedOn',
    );
    expect(fieldOf(await handOver(child, { byPhone: false }))).toBe('byPhone');
    const { data, errors } = await handOver(child);
    expect(errors).toEqual([]);
    expect(data.recordHandover).toEqual({
      toMunicipality: { code: '0180' },
      consent: 'CHILD_AND_GUARDIAN',
      byPhone: true,
      basis: 'OSL_26_9',
    });
    const stockholm = worker('0180');
    expect((await openCase({ child }, stockholm)).errors).toEqual([]);
    const held = await read(
      stockholm,
      child,
      'riskAssessment { lifeDanger items { code } } socialCase { status }',
    );
    expect(held.data.child).toEqual({
      riskAssessment: { lifeDanger: true, items: [{ code: 'SELF_HARM' }] },
      socialCase: { status: 'OPEN' },
    });
    expect(await hub.events('municipality', child)).toEqual(['CASE_OPENED', 'CASE_CLOSED', 'CASE_OPENED']);
    expect(codeOf(await handOver(child))).toBe('NOT_FOUND'); // no longer Luleå's
    expect(codeOf(await openCase({ child }))).toBe('CONFLICT'); // and not handed back
  });

  test('opens nothing to a third municipality, and goes to another than oneself', async () => {
    const child = await childOf('2580', 'Nebiat');
    await handOver(child, { consent: 'NOT_OBTAINED' });
    expect(codeOf(await openCase({ child }, worker('1480')))).toBe('CONFLICT');
    expect(fieldOf(await handOver(child, { toMunicipality: '2580' }))).toBe('toMunicipality');
    expect(codeOf(await handOver(child, { toMunicipality: '0184' }, worker('0180')))).toBe('NOT_FOUND');
  });

  test('is worth nothing any more when somebody else has taken the case over since', async () => {
    const child = await childOf('2580', 'Luwam');
    await handOver(child, { toMunicipality: '1480' });
    await handOver(child);
    expect((await openCase({ child }, worker('0180'))).errors).toEqual([]);
    expect(codeOf(await openCase({ child }, worker('1480')))).toBe('CONFLICT');
  });
});
