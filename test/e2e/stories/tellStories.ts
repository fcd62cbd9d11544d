import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { resolveBirthDate, resolveDay } from '../../../subgraphs/demo/relativeDate';
import { createTestHub, type TestHub, type TestHubOptions } from '../../harness/hub';
import { openHubLogs } from '../audit/openHubLogs';
import { askStory } from './askStory';

const now = new Date();
const day = (relative: string): string => resolveDay(relative, now);
const jour = (municipality: string) =>
  ({ role: 'SOCIAL_EMERGENCY', municipality, purpose: 'IDENTIFICATION' }) as const;
const police = (purpose: string) => ({ role: 'POLICE_OFFICER', purpose }) as const;

/** Every story of the demo world, asked through the gateway over HTTP of a hub of the given shape. */
export function tellStories(shape: TestHubOptions['shape']): void {
  let hub: TestHub;
  beforeAll(async () => {
    const children = [...storyChildren(now), ...generateWorld({ children: 300, seed: 1, now })];
    hub = await createTestHub({ children, shape });
  }, 120_000);
  afterAll(() => hub?.close());

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape of the answer is what is tested
  const ask = async (question: Parameters<typeof askStory>[1]): Promise<any> => {
    const { data, errors, status } = await askStory(hub, question, now);
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    return data.identify;
  };

  test('open-case: a name spelt otherwise leads to Luleå, with Stockholm meanwhile', async () => {
    const answer = await ask({
      asker: jour('0180'),
      criteria: { givenName: 'Muhamad', familyName: 'Rahimy', birthDate: '-16y2mo' },
      foundIn: '0180',
    });
    expect(answer.outcome).toBe('UNIQUE_MATCH');
    expect(answer.child.id).toBe(storyChildId('open-case'));
    expect(answer.child.absconding).toEqual({
      absconded: true,
      abscondedOn: day('-10d'),
      status: 'ABSCONDED',
      arrivalStage: false,
    });
    expect(answer.child.responsibility).toMatchObject({
      rule: 'ASSIGNED_CASE_OPEN',
      authority: 'MUNICIPALITY',
      municipality: { code: '2580' },
      interim: { code: '0180' },
    });
    expect(answer.child.responsibility.contacts.length).toBeGreaterThan(0);
    expect(answer.child.responsibility.basis.map((basis: { code: string }) => basis.code)).toContain(
      'SOL_29_4',
    );
  });

  test('arrival-stage: the arrival municipality, and the police report still due', async () => {
    const { outcome, child } = await ask({
      asker: police('IDENTIFICATION'),
      criteria: { dossierNumber: '12-410002' },
      foundIn: '1280',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.absconding).toMatchObject({ absconded: true, arrivalStage: true });
    expect(child.responsibility).toMatchObject({
      rule: 'ARRIVAL_CASE_OPEN',
      municipality: { code: '0191' },
      interim: { code: '1280' },
    });
    expect(child.deadlines).toContainEqual(
      expect.objectContaining({ kind: 'POLICE_REPORT_24H', state: 'PENDING' }),
    );
  });

  test('closed-case: missing, and the Migration Agency assigns anew', async () => {
    const { outcome, child } = await ask({
      asker: { role: 'OUTREACH_WORKER', municipality: '1480', purpose: 'IDENTIFICATION' },
      criteria: { givenName: 'Yousef Ali', familyName: 'Warsama', birthDate: '-17y' },
      foundIn: '1480',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.absconding.status).toBe('MISSING');
    expect(child.responsibility).toMatchObject({
      rule: 'ASSIGNED_CASE_CLOSED',
      authority: 'MIGRATION_AGENCY',
      municipality: null,
      interim: { code: '1480' },
    });
  });

  test('adult-by-decision: adult for the Migration Agency, a minor for the guardianship board', async () => {
    const asker = { role: 'SOCIAL_WORKER', municipality: '0127', purpose: 'CASE_WORK' } as const;
    const { outcome, child } = await ask({
      asker,
      criteria: { dossierNumber: '12-410004' },
      foundIn: '0127',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.responsibility).toMatchObject({ rule: 'ADULT', authority: 'MIGRATION_AGENCY' });
    const ages = await hub.ask(
      asker,
      'query ($id: ID!) { child(id: $id) { agency: isMinor board: isMinor(accordingTo: GUARDIANSHIP_BOARD) } }',
      { id: child.id },
    );
    expect(ages.errors).toEqual([]);
    expect(ages.data.child).toEqual({ agency: false, board: true });
  });

  test('residence-permit: the municipality’s long-term responsibility', async () => {
    const { outcome, child } = await ask({
      asker: jour('0184'),
      criteria: { givenName: 'Mariam', familyName: 'Heydari', birthDate: '-14y' },
      foundIn: '0184',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.responsibility).toMatchObject({ rule: 'RESIDENCE_PERMIT', municipality: { code: '0127' } });
  });

  test('placed-elsewhere: the municipality that placed the child', async () => {
    const { outcome, child } = await ask({
      asker: police('PROTECTION'),
      criteria: { dossierNumber: '12-410006' },
      foundIn: '2580',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.responsibility).toMatchObject({
      rule: 'PLACED_ELSEWHERE',
      municipality: { code: '0126' },
      interim: { code: '2580' },
    });
  });

  test('unassigned-closed: the Migration Agency assigns, the place of finding acts', async () => {
    const { outcome, child } = await ask({
      asker: { role: 'SOCIAL_WORKER', municipality: '1280', purpose: 'PROTECTION' },
      criteria: { dossierNumber: '12-410007' },
      foundIn: '1280',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.responsibility).toMatchObject({
      rule: 'UNASSIGNED_CASE_CLOSED',
      authority: 'MIGRATION_AGENCY',
      interim: { code: '1280' },
    });
  });

  test('never-applied: known from a finding only, the place of finding is responsible', async () => {
    const criteria = { givenName: 'Ilyas', familyName: 'Amrani', age: 15 };
    const { data, errors } = await askStory(
      hub,
      { asker: police('PROTECTION'), criteria, foundIn: '1480' },
      now,
    );
    const { outcome, child } = data.identify;
    expect(outcome).toBe('UNIQUE_MATCH');
    // No municipality has released anything about this child, and that there is nothing to release is not told.
    expect(errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['identify', 'child', 'absconding'], 'SECRECY'],
    ]);
    expect(child.responsibility).toMatchObject({ rule: 'NEVER_APPLIED', municipality: { code: '1480' } });
  });

  test.each([
    ['protected', { dossierNumber: '12-410009' }],
    ['adult', { dossierNumber: '12-410015' }],
    ['ambiguous', { familyName: 'Jafari', birthDate: '-15y3mo' }],
  ])('%s and nobody: the same bytes, but for the place of the entry in the log', async (_who, criteria) => {
    const questions = [criteria, { dossierNumber: '99-999999' }].map((given) =>
      askStory(hub, { asker: jour('0180'), criteria: given, foundIn: '0180' }, now),
    );
    const [hidden, nobody] = await Promise.all(questions);
    expect(hidden!.data.identify).toMatchObject({ outcome: 'NO_UNIQUE_MATCH', child: null, evidence: [] });
    const [hiddenProof, nobodyProof] = [takeProof(hidden!.text), takeProof(nobody!.text)];
    expect(hiddenProof.rest).toBe(nobodyProof.rest);
    expect(Object.keys(hiddenProof.audit)).toEqual(Object.keys(nobodyProof.audit));
    const { guidance } = nobody!.data.identify;
    expect(guidance.text).toContain('Stockholm');
    expect(guidance.contacts[0]).toMatchObject({ openNow: true });
  });

  test('twin-a: the twin’s own name finds the twin', async () => {
    const { outcome, child } = await ask({
      asker: jour('0180'),
      criteria: { givenName: 'Hossein', familyName: 'Jafari', birthDate: '-15y3mo' },
      foundIn: '0180',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.id).toBe(storyChildId('twin-b'));
  });

  test('twin-b: the family name and the date alone find neither twin', async () => {
    const { outcome, child } = await ask({
      asker: jour('0180'),
      criteria: { familyName: 'Jafari', birthDate: '-15y3mo' },
      foundIn: '0180',
    });
    expect(outcome).toBe('NO_UNIQUE_MATCH');
    expect(child).toBeNull();
  });

  test('returned: not away any more, whatever happened three times before', async () => {
    const { outcome, child } = await ask({
      asker: police('IDENTIFICATION'),
      criteria: { givenName: 'Cabdiraxmaan', familyName: 'Noor', birthDate: '-16y8mo' },
      foundIn: '0180',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.absconding).toMatchObject({ absconded: false, abscondedOn: null });
    expect(child.responsibility).toMatchObject({
      rule: 'ASSIGNED_CASE_OPEN',
      municipality: { code: '2482' },
    });
  });

  test('other-name-other-age: the claim made elsewhere leads to the child', async () => {
    const { outcome, child } = await ask({
      asker: { role: 'OUTREACH_WORKER', municipality: '0180', purpose: 'PROTECTION' },
      criteria: { givenName: 'Reza', familyName: 'Ahmadzay', birthDate: '-17y' },
      foundIn: '0180',
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.id).toBe(storyChildId('other-name-other-age'));
    expect(child.responsibility).toMatchObject({
      rule: 'ASSIGNED_CASE_OPEN',
      municipality: { code: '1280' },
    });
  });

  test('other-name-other-age: a finder who thinks so has the number decide, and the match says what it rests on', async () => {
    const question = `query ($criteria: IdentityCriteria!, $mode: IdentificationMode! = AS_STATED) {
      identify(criteria: $criteria, foundIn: "0180", mode: $mode) {
        outcome grade mode evidence { identifier } child { id } } }`;
    const said = { givenName: 'Omar', familyName: 'Haidari', birthDate: day('-11y5mo') };
    const asked = async (criteria: object, mode?: string) => {
      const { data, errors } = await hub.ask(jour('0180'), question, { criteria, mode });
      return data?.identify ?? errors[0]?.extensions;
    };
    const number = { ...said, lmaNumber: '50-771913' };
    expect(await asked(number, 'OTHER_NAME_AND_AGE')).toEqual({
      outcome: 'UNIQUE_MATCH',
      grade: 'PROBABLE',
      mode: 'OTHER_NAME_AND_AGE',
      evidence: [{ identifier: 'lmaNumber' }, { identifier: 'absconding' }],
      child: { id: storyChildId('other-name-other-age') },
    });
    expect(await asked(number)).toMatchObject({ outcome: 'UNIQUE_MATCH', mode: 'OTHER_NAME_AND_AGE' });
    const neutral = { outcome: 'NO_UNIQUE_MATCH', grade: null, mode: null, evidence: [], child: null };
    const right = { givenName: 'Ali', familyName: 'Khan', birthDate: resolveBirthDate('-14y', now) };
    const phone = { phone: '+46700000013', sex: 'MALE' };
    expect(await asked({ ...right, ...phone }, 'OTHER_NAME_AND_AGE')).toEqual(neutral);
    expect(await asked(right, 'OTHER_NAME_AND_AGE')).toMatchObject({ code: 'TOO_FEW_IDENTIFIERS' });
    expect(await asked({ ...number, birthDate: '2011-02-30' }, 'OTHER_NAME_AND_AGE')).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('three-months-today: missing, and at night Nykvarn is answered for by the police', async () => {
    const { outcome, child } = await ask({
      asker: jour('0180'),
      criteria: { dossierNumber: '12-410014' },
      foundIn: '0180',
      at: `${day('+1d')}T02:30:00+01:00`,
    });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.absconding.status).toBe('MISSING');
    expect(child.responsibility).toMatchObject({
      rule: 'ASSIGNED_CASE_OPEN',
      municipality: { code: '0140' },
    });
    expect(child.responsibility.contacts[0].phones[0].display).toBe('114 14');
  });

  test('eighteen-yesterday: nobody for a finder, an adult for the social worker in charge', async () => {
    const criteria = { dossierNumber: '12-410015' };
    const finder = await ask({ asker: jour('0180'), criteria, foundIn: '0180' });
    expect(finder.outcome).toBe('NO_UNIQUE_MATCH');
    const asker = { role: 'SOCIAL_WORKER', municipality: '2581', purpose: 'CASE_WORK' } as const;
    const { outcome, child } = await ask({ asker, criteria, foundIn: '2581' });
    expect(outcome).toBe('UNIQUE_MATCH');
    expect(child.responsibility).toMatchObject({ rule: 'ADULT' });
  });

  test('the logs of the hub and of the agencies agree on what the stories were told', async () => {
    const logs = await openHubLogs(hub);
    const { findings, log, reconciliation } = await logs.verify();
    await logs.close();
    expect(findings.all).toEqual([]);
    expect(log.entries).toBeGreaterThan(15);
    expect(reconciliation.disclosures).toBeGreaterThan(100);
  });
}

/** The body without `extensions.audit`, which no two answers share, and that. */
function takeProof(text: string): { rest: string; audit: object } {
  const body = JSON.parse(text) as { extensions: { audit?: object } };
  const { audit = {} } = body.extensions;
  delete body.extensions.audit;
  return { rest: JSON.stringify(body), audit };
}
