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
}, 60_000);
afterAll(() => hub?.close());

const arrival = {
  names: [{ given: 'Tsegay', family: 'Woldemariam', kind: 'REGISTERED' }],
  sex: 'MALE',
  citizenship: 'ERI',
  languages: [{ code: 'ti' }],
  arrivalMunicipality: '2580',
};
let birthDate: string;
beforeAll(() => {
  birthDate = addMonthsToDate(today, -15 * 12 - 3);
});

const register = (input: object = {}, key?: string, asker = officer) =>
  hub.change(asker, 'registerChild', { ...arrival, birthDate, ...input }, 'id names { given family }', key);
const identify = async (known: object): Promise<string | null> => {
  const { data } = await hub.ask(
    { role: 'SOCIAL_EMERGENCY', municipality: '0180', purpose: 'IDENTIFICATION' },
    `query ($known: IdentityCriteria!) { identify(criteria: $known, foundIn: "0180") { child { id } } }`,
    { known },
  );
  return data.identify.child?.id ?? null;
};
const read = async (child: string, fields: string) =>
  (await hub.ask(officer, `query ($child: ID!) { child(id: $child) { ${fields} } }`, { child })).data.child;

describe('registering a child', () => {
  test('gives a reference that says nothing, and the child is found at once by what it is known by', async () => {
    const { data, errors } = await register({ dossierNumber: '12-990001' });
    expect(errors).toEqual([]);
    const { id, names } = data.registerChild;
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(names).toEqual([{ given: 'Tsegay', family: 'Woldemariam' }]);
    expect(await identify({ givenName: 'Tsegaye', familyName: 'Weldemariam', birthDate })).toBe(id);
    expect(await identify({ dossierNumber: '12-990001' })).toBe(id);
    expect(await hub.events('migration', id)).toEqual(['CHILD_REGISTERED']);
    expect(await read(id, 'asylumCase { status openedOn } arrivalMunicipality { code }')).toEqual({
      asylumCase: { status: 'OPEN', openedOn: today },
      arrivalMunicipality: { code: '2580' },
    });
  });

  test('is one registration for one key, also at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => register({}, 'arrival-1')));
    expect(new Set(answers.map(({ data }) => data.registerChild.id)).size).toBe(1);
    expect(codeOf(await register({ sex: 'FEMALE' }, 'arrival-1'))).toBe('CONFLICT');
  });

  test('refuses a file number that is taken, and writes nothing of it', async () => {
    const count = () => hub.rows('migration', 'SELECT id FROM child UNION ALL SELECT type FROM outbox');
    const before = await count();
    const answer = await register({ dossierNumber: '12-410001' });
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['CONFLICT', 'dossierNumber']);
    expect(await count()).toEqual(before);
  });

  test.each([
    ['no name', { names: [] }, 'names'],
    ['an empty name', { names: [{ given: '  ', kind: 'STATED' }] }, 'names.0'],
    ['an oversize name', { names: [{ given: 'a'.repeat(101), kind: 'STATED' }] }, 'names.0.given'],
    ['a birth to come', { birthDate: '2999-01-01' }, 'birthDate'],
    ['a birth in another age', { birthDate: '1812-01-01' }, 'birthDate'],
    ['a claim that claims nothing', { birthDateClaims: [{ kind: 'STATED' }] }, 'birthDateClaims.0'],
    [
      'an age of nobody',
      { birthDateClaims: [{ kind: 'STATED', statedAge: 300 }] },
      'birthDateClaims.0.statedAge',
    ],
    ['a country that is none', { citizenship: 'Eritrea' }, 'citizenship'],
    ['a language that is none', { languages: [{ code: 'tigrinja' }] }, 'languages.0.code'],
    ['a number that is none', { lmaNumber: 'abc' }, 'lmaNumber'],
    ['a telephone that is none', { phones: ['070-1740605', 'ring mig'] }, 'phones.1'],
    ['an application to come', { appliedOn: '2999-01-01' }, 'appliedOn'],
  ])('refuses %s, naming the field', async (_what, input, field) => {
    const answer = await register(input);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', field]);
  });

  test('is for the agency’s officers alone, before any register is asked', async () => {
    hub.takeCalls();
    for (const asker of [worker('2580'), patrol]) {
      expect(codeOf(await register({}, undefined, asker))).toBe('FORBIDDEN');
    }
    expect(hub.takeCalls()).toEqual([]);
  });

  test('of a protected child leaves it to the registering officer', async () => {
    const { data } = await register({ protectedIdentity: true });
    const input = { child: data.registerChild.id, name: { given: 'Abel', kind: 'STATED' } };
    const colleague = { ...officer, sub: 'colleague' };
    const others = await hub.change(colleague, 'recordName', input, 'id');
    const nobody = await hub.change(colleague, 'recordName', { ...input, child: 'nobody' }, 'id');
    expect(codeOf(others)).toBe('NOT_FOUND');
    expect(contentOf(others)).toBe(contentOf(nobody));
    expect((await hub.change(officer, 'recordName', input, 'id')).errors).toEqual([]);
  });
});

describe('what comes to light later', () => {
  test('is added beside what was known, and a search finds the child by it at once', async () => {
    const { data } = await register({ names: [{ given: 'Mebrahtu', family: 'Hagos', kind: 'REGISTERED' }] });
    const child = data.registerChild.id;
    const name = { given: 'Dawit', family: 'Ghebremeskel', kind: 'STATED', statedBy: 'POLICE' };
    expect((await hub.change(officer, 'recordName', { child, name }, 'id')).errors).toEqual([]);
    const corrected = addDaysToDate(birthDate, 40);
    const claim = { kind: 'REGISTERED', date: corrected };
    const { errors } = await hub.change(officer, 'recordBirthDate', { child, claim }, 'id birthDate');
    expect(errors).toEqual([]);
    expect(await identify({ givenName: 'Dawit', familyName: 'Gebremeskel', birthDate: corrected })).toBe(
      child,
    );
    const held = await read(child, 'names { given kind } birthDate birthDateClaims { date kind }');
    expect(held.birthDate).toBe(corrected);
    expect(held.names).toHaveLength(2);
    expect(held.birthDateClaims).toEqual([
      { date: corrected, kind: 'REGISTERED' },
      { date: birthDate, kind: 'REGISTERED' },
    ]);
  });

  test('can be a year or an age, but what is registered is a day', async () => {
    const child = storyChildId('open-case');
    const say = (claim: object) => hub.change(officer, 'recordBirthDate', { child, claim }, 'id');
    expect((await say({ kind: 'STATED', statedAge: 16, statedBy: 'MUNICIPALITY' })).errors).toEqual([]);
    const answer = await say({ kind: 'REGISTERED', year: 2010 });
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', 'claim.date']);
  });

  test('is not lost when two officers add names at the same moment', async () => {
    const { data } = await register({ names: [{ given: 'Robel', family: 'Tekle', kind: 'REGISTERED' }] });
    const child = data.registerChild.id;
    const given = ['Robiel', 'Rufael', 'Rufta', 'Ruta'];
    await Promise.all(
      given.map((each) =>
        hub.change(
          officer,
          'recordName',
          { child, name: { given: each, family: 'Tekle', kind: 'STATED' } },
          'id',
        ),
      ),
    );
    const [row] = await hub.rows<{ names: number; known: number }>(
      'migration',
      `SELECT jsonb_array_length(identity->'names') AS known,
         (SELECT count(*)::int FROM name_claim WHERE child_id = child.id) AS names FROM child WHERE id = $1`,
      [child],
    );
    expect(row).toEqual({ known: 5, names: 5 });
  });
});

describe('a decision on age', () => {
  const decide = (child: string, input: object) =>
    hub.change(
      officer,
      'recordAgeDecision',
      { child, ...input },
      'id isMinor ageAssessment { adult method }',
    );

  test('of the agency’s own counts at once, with its date of birth, and moves the responsibility', async () => {
    const child = (await register()).data.registerChild.id;
    const { data, errors } = await decide(child, {
      adult: true,
      method: 'OVERALL',
      birthDate: addMonthsToDate(today, -19 * 12),
    });
    expect(errors).toEqual([]);
    expect(data.recordAgeDecision).toMatchObject({
      isMinor: false,
      ageAssessment: { adult: true, method: 'OVERALL' },
    });
    expect(await hub.events('migration', child)).toEqual(['CHILD_REGISTERED', 'RESPONSIBILITY_CHANGED']);
  });

  test('of another authority is kept as that authority’s', async () => {
    const child = (await register()).data.registerChild.id;
    await decide(child, { adult: true, authority: 'GUARDIANSHIP_BOARD' });
    const held = await read(child, 'own: isMinor theirs: isMinor(accordingTo: GUARDIANSHIP_BOARD)');
    expect(held).toEqual({ own: true, theirs: false });
    expect(await hub.events('migration', child)).toEqual(['CHILD_REGISTERED']);
  });

  test.each([
    ['a decision to come', { adult: true, decidedOn: '2999-01-01' }, 'decidedOn'],
    ['who decides on no age', { adult: true, authority: 'NGO' }, 'authority'],
    ['a date of birth against the decision', { adult: true, birthDate: '2015-01-01' }, 'birthDate'],
    [
      'a date of birth by another',
      { adult: false, birthDate: '2015-01-01', authority: 'POLICE' },
      'birthDate',
    ],
  ])('refuses %s', async (_what, input, field) => {
    const answer = await decide(storyChildId('open-case'), input);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', field]);
  });
});

describe('an assignment', () => {
  const assign = (child: string, municipality: string, input: object = {}) =>
    hub.change(
      officer,
      'assignMunicipality',
      { child, municipality, ground: 'NEXT_IN_TURN', ...input },
      'municipality { code } ground assignedOn endedOn current',
    );
  const inForce = (child: string) =>
    hub.rows('migration', 'SELECT municipality FROM assignment WHERE child_id = $1 AND ended_on IS NULL', [
      child,
    ]);

  test('ends the one in force, and is the municipality in charge from then', async () => {
    const child = (await register()).data.registerChild.id;
    await assign(child, '0180', { assignedOn: addDaysToDate(today, -1), ground: 'NEAR_RELATIVE' });
    const { data, errors } = await assign(child, '0184');
    expect(errors).toEqual([]);
    expect(data.assignMunicipality).toEqual({
      municipality: { code: '0184' },
      ground: 'NEXT_IN_TURN',
      assignedOn: today,
      endedOn: null,
      current: true,
    });
    const held = await read(child, 'assignmentHistory { municipality { code } endedOn }');
    expect(held.assignmentHistory).toEqual([
      { municipality: { code: '0184' }, endedOn: null },
      { municipality: { code: '0180' }, endedOn: today },
    ]);
    expect(await hub.events('migration', child)).toEqual(['CHILD_REGISTERED', 'ASSIGNED', 'ASSIGNED']);
  });

  test('goes back to an earlier municipality by connection, and to no other', async () => {
    const child = (await register()).data.registerChild.id;
    await assign(child, '0180');
    await assign(child, '0184');
    const connection = { ground: 'EARLIER_CONNECTION' };
    expect((await assign(child, '0180', connection)).errors).toEqual([]);
    expect((await assign(child, '2580', connection)).errors).toEqual([]); // where it arrived
    const answer = await assign(child, '1480', connection);
    expect([codeOf(answer), fieldOf(answer)]).toEqual(['BAD_USER_INPUT', 'ground']);
  });

  test('is one in force however many are made at the same moment', async () => {
    const child = (await register()).data.registerChild.id;
    const answers = await Promise.all(['0180', '0184', '1480', '1280'].map((code) => assign(child, code)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await inForce(child)).toHaveLength(1);
  });

  test('is refused where the child is assigned already, before the latest, and of an adult or nobody', async () => {
    const child = (await register()).data.registerChild.id;
    await assign(child, '0180');
    expect(codeOf(await assign(child, '0180'))).toBe('CONFLICT');
    const early = await assign(child, '0184', { assignedOn: addDaysToDate(today, -3) });
    expect([codeOf(early), fieldOf(early)]).toEqual(['BAD_USER_INPUT', 'assignedOn']);
    expect(codeOf(await assign('nobody', '0180'))).toBe('NOT_FOUND');
    expect(codeOf(await assign(child, '9999'))).toBe('BAD_USER_INPUT');
    await hub.change(officer, 'recordAgeDecision', { child, adult: true }, 'id');
    expect(fieldOf(await assign(child, '0184'))).toBe('child');
    expect(await inForce(child)).toEqual([{ municipality: '0180' }]);
  });
});

describe('the rule of assignment', () => {
  const propose = async (child: string, more = '', asker = officer) =>
    hub.ask(
      asker,
      `query Propose($child: ID!) { assignmentProposal(child: $child ${more}) {
        municipality { code } ground received total share periodFrom exampleShares shareSource } }`,
      { child },
    );
  const proposed = async (...given: Parameters<typeof propose>) =>
    (await propose(...given)).data.assignmentProposal;

  test('has near relatives first, resettled children apart, and else the lowest in its share', async () => {
    const child = (await register()).data.registerChild.id;
    const next = await proposed(child);
    expect(next).toMatchObject({ ground: 'NEXT_IN_TURN', exampleShares: true });
    expect(next.share).toBeGreaterThan(0);
    const related = await proposed(child, ', nearRelativeIn: "1060"');
    expect(related).toMatchObject({ ground: 'NEAR_RELATIVE', municipality: { code: '1060' } });
    const resettled = await proposed(child, ', resettled: true');
    expect(resettled).toMatchObject({ ground: 'RESETTLEMENT', municipality: { code: '0180' }, total: 0 });
  });

  test('goes back to the first municipality of a child that was assigned before', async () => {
    const child = (await register()).data.registerChild.id;
    for (const municipality of ['0184', '0180']) {
      const input = { child, municipality, ground: 'NEXT_IN_TURN' };
      await hub.change(officer, 'assignMunicipality', input, 'current');
    }
    expect(await proposed(child)).toMatchObject({
      ground: 'EARLIER_CONNECTION',
      municipality: { code: '0184' },
    });
  });

  test('is the officers’ to ask, and about a child that is theirs', async () => {
    const child = (await register()).data.registerChild.id;
    expect(codeOf(await propose(child, '', worker('2580')))).toBe('FORBIDDEN');
    expect(codeOf(await propose('nobody'))).toBe('NOT_FOUND');
  });
});
