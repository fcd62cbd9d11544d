import { storyChildId } from '../../../subgraphs/demo/stories';
import type { Asker } from '../../harness/hub';
import { codeOf, contentOf, createPreventionHub, fieldOf, worker, type PreventionHub } from './preventionHub';

let hub: PreventionHub;
beforeAll(async () => {
  hub = await createPreventionHub();
}, 90_000);
afterAll(() => hub?.close());

const open = storyChildId('open-case'); // Luleå's
const lulea = worker('2580');
const jour: Asker = { role: 'SOCIAL_EMERGENCY', municipality: '2580', sub: 'jour', purpose: 'PROTECTION' };
const ngo: Asker = { role: 'NGO_WORKER', sub: 'volunteer', purpose: 'REPORTING' };
const school: Asker = { role: 'SCHOOL_HEALTH_STAFF', sub: 'nurse', purpose: 'REPORTING' };
const worry = 'Barnet kommer inte till skolan och har sagt att någon väntar utanför.';
const receipt = 'receivedAt outcome municipality { code }';

const submit = (asker: Asker, input: object = {}, key?: string) =>
  hub.change(asker, 'submitConcern', { municipality: '2580', text: worry, ...input }, `id ${receipt}`, key);
const ask = async (asker: Asker, id: string) =>
  hub.ask(asker, `query ($id: ID!) { concernReceipt(id: $id) { ${receipt} } }`, { id });
const assess = (concern: string, input: object = {}, asker: Asker = lulea) =>
  hub.change(asker, 'assessProtection', { concern, ...input }, 'id receivedAt assessedAt outcome');
const decide = (id: string, input: object, asker: Asker = lulea) =>
  hub.change(asker, 'decideInvestigation', { id, ...input }, 'id outcome decidedAt openedAt closedAt');
const close = (id: string, input: object = {}, asker: Asker = lulea) =>
  hub.change(asker, 'closeInvestigation', { id, ...input }, 'openedAt closedAt');
const deadline = async (child: string, kind: string): Promise<string | undefined> => {
  const { data } = await hub.ask(
    lulea,
    'query ($child: ID!) { child(id: $child) { deadlines { kind state } } }',
    {
      child,
    },
  );
  return data.child.deadlines.find((each: { kind: string }) => each.kind === kind)?.state;
};

describe('a report of concern', () => {
  test.each<[string, Asker]>([
    ['an organisation', ngo],
    ['a school or health care', school],
    ['the police', { role: 'POLICE_OFFICER', sub: 'patrol', purpose: 'PROTECTION' }],
    ['the border police', { role: 'BORDER_POLICE', sub: 'border', purpose: 'IDENTIFICATION' }],
    ['the Migration Agency', { role: 'MIGRATION_OFFICER', sub: 'officer', purpose: 'CASE_WORK' }],
    ['a guardian', { role: 'GUARDIAN', sub: 'guardian-open-case', purpose: 'GUARDIANSHIP' }],
    ['another municipality', worker('0180')],
  ])('is taken from %s, who is told that it came in and no more', async (_who, asker) => {
    const { data, errors } = await submit(asker);
    expect(errors).toEqual([]);
    expect(data.submitConcern).toMatchObject({ outcome: null, municipality: { code: '2580' } });
    expect((await ask(asker, data.submitConcern.id)).data.concernReceipt.outcome).toBeNull();
  });

  test('is answered alike, by as many statements, whether the child is known, protected or nobody', async () => {
    const answers = [];
    for (const child of [open, 'nobody', storyChildId('protected')]) {
      hub.takeStatements();
      const { data, errors } = await submit(ngo, { child });
      const { id, receivedAt, ...rest } = data.submitConcern;
      expect([id, receivedAt].every(Boolean)).toBe(true);
      const statements = hub.takeStatements().filter(({ subgraph }) => subgraph === 'municipality').length;
      answers.push(JSON.stringify({ rest, errors, statements }));
    }
    expect(new Set(answers).size).toBe(1);
  });

  test('is one report for one key', async () => {
    const first = await submit(ngo, {}, 'worry-1');
    expect((await submit(ngo, {}, 'worry-1')).data).toEqual(first.data);
    expect(codeOf(await submit(ngo, { urgent: true }, 'worry-1'))).toBe('CONFLICT');
  });

  test.each([
    ['a worry that says nothing', { text: 'hm' }, 'text'],
    ['an oversize one', { text: 'x'.repeat(10_001) }, 'text'],
    ['an age of no child', { age: 60 }, 'age'],
    ['a name without a part', { names: [{}] }, 'names.0'],
    ['an oversize description', { description: 'x'.repeat(2_001) }, 'description'],
  ])('refuses %s', async (_what, input, field) => {
    const answer = await submit(ngo, input);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', field]);
  });

  test('gives its receipt to nobody else, and is itself read by the municipality alone', async () => {
    const { id } = (await submit(ngo, { urgent: true, whereabouts: 'Centralen', age: 15 })).data
      .submitConcern;
    const answers = await Promise.all([
      ask({ ...ngo, sub: 'other' }, id),
      ask(school, id),
      ask(ngo, 'nothing'),
    ]);
    expect(answers.map(codeOf)).toEqual(Array(3).fill('NOT_FOUND'));
    expect(new Set(answers.map(contentOf)).size).toBe(1);
    const inbox = '{ concerns(first: 100) { id urgent text whereabouts age reporterAgency } }';
    const own = await hub.ask(lulea, inbox);
    expect(own.data.concerns[0].urgent).toBe(true);
    expect(own.data.concerns).toContainEqual({
      id,
      urgent: true,
      text: worry,
      whereabouts: 'Centralen',
      age: 15,
      reporterAgency: 'NGO',
    });
    expect((await hub.ask(worker('0180'), inbox)).data.concerns).toEqual([]);
    for (const asker of [ngo, school, jour]) expect(codeOf(await hub.ask(asker, inbox))).toBe('FORBIDDEN');
    expect(fieldOf(await hub.ask(lulea, '{ concerns(first: 1000) { id } }'))).toBe('first');
  });
});

describe('what comes of it', () => {
  test('starts the clocks of a known child at once, and each step stops one', async () => {
    const { id } = (await submit(school, { child: open })).data.submitConcern;
    expect(await hub.events('municipality', open)).toContain('CONCERN_RAISED');
    expect(await deadline(open, 'INVESTIGATION_DECISION_14D')).toBe('PENDING');
    const assessed = await assess(id, {}, jour);
    expect(assessed.errors).toEqual([]);
    expect(await deadline(open, 'PROTECTION_ASSESSMENT')).toBe('DONE');
    const opened = await decide(assessed.data.assessProtection.id, { open: true });
    expect(opened.data.decideInvestigation).toMatchObject({ outcome: 'OPENED', closedAt: null });
    expect((await ask(school, id)).data.concernReceipt.outcome).toBe('OPENED');
    expect(await deadline(open, 'INVESTIGATION_DECISION_14D')).toBe('DONE');
    expect(await deadline(open, 'INVESTIGATION_4M')).toBe('PENDING');

    const second = (await submit(ngo, { child: open })).data.submitConcern.id;
    const joined = await decide((await assess(second)).data.assessProtection.id, { open: true });
    expect(joined.data.decideInvestigation).toMatchObject({ outcome: 'ALREADY_ONGOING', openedAt: null });
    expect((await ask(ngo, second)).data.concernReceipt.outcome).toBe('ALREADY_ONGOING');
    expect(await deadline(open, 'INVESTIGATION_4M')).toBe('PENDING');

    const closed = await close(opened.data.decideInvestigation.id);
    expect(closed.errors).toEqual([]);
    expect(await deadline(open, 'INVESTIGATION_4M')).toBe('DONE');
    expect(codeOf(await close(opened.data.decideInvestigation.id))).toBe('CONFLICT');
    expect(codeOf(await close(joined.data.decideInvestigation.id))).toBe('CONFLICT');
  });

  test('can be no investigation, which the reporter learns', async () => {
    const { id } = (await submit(ngo, { child: open })).data.submitConcern;
    const handled = (await assess(id)).data.assessProtection.id;
    expect((await decide(handled, { open: false })).data.decideInvestigation.outcome).toBe('NOT_OPENED');
    expect((await ask(ngo, id)).data.concernReceipt.outcome).toBe('NOT_OPENED');
    expect(await deadline(open, 'INVESTIGATION_DECISION_14D')).not.toBe('PENDING');
    expect(codeOf(await decide(handled, { open: true }))).toBe('CONFLICT');
    expect(codeOf(await assess(id))).toBe('CONFLICT');
  });

  test('is one investigation, though two reports are decided on at the same moment', async () => {
    const reports = await Promise.all([submit(ngo, { child: open }), submit(school, { child: open })]);
    const handled = [];
    for (const { data } of reports)
      handled.push((await assess(data.submitConcern.id)).data.assessProtection.id);
    const answers = await Promise.all(handled.map((id) => decide(id, { open: true })));
    const outcomes = answers.map(({ data }) => data.decideInvestigation.outcome).sort();
    expect(outcomes).toEqual(['ALREADY_ONGOING', 'OPENED']);
  });

  test('about a child that nobody knows waits for whom it is about', async () => {
    const { id } = (await submit(ngo, { names: [{ given: 'Okänd' }] })).data.submitConcern;
    expect(fieldOf(await assess(id))).toBe('child');
    expect(codeOf(await assess(id, { child: 'nobody' }))).toBe('NOT_FOUND');
    expect((await assess(id, { child: open })).errors).toEqual([]);
  });

  test('is the told municipality’s to handle, in the order of time', async () => {
    const { id } = (await submit(ngo, { child: open })).data.submitConcern;
    const others = await Promise.all([assess(id, {}, worker('0180')), assess('nothing', {}, worker('0180'))]);
    expect(new Set(others.map(contentOf)).size).toBe(1);
    expect(codeOf(others[0]!)).toBe('NOT_FOUND');
    expect(fieldOf(await assess(id, { assessedAt: '2020-01-01T00:00:00Z' }))).toBe('assessedAt');
    const handled = (await assess(id)).data.assessProtection.id;
    expect(codeOf(await decide(handled, { open: true }, worker('0180')))).toBe('NOT_FOUND');
    expect(fieldOf(await decide(handled, { open: true, decidedAt: '2999-01-01T00:00:00Z' }))).toBe(
      'decidedAt',
    );
    expect(codeOf(await decide('not a number', { open: true }))).toBe('NOT_FOUND');
    for (const asker of [ngo, school]) expect(codeOf(await assess(id, {}, asker))).toBe('FORBIDDEN');
  });
});
