import type { SubgraphResponse, SubgraphTransport } from '../../../schema/protocol/transport';
import type { Asker, HubAnswer } from '../../harness/hub';
import { query, subscribe } from '../updates/updatesHub';
import {
  another,
  ask,
  codeOf,
  contentOf,
  createLinkingHub,
  identifying,
  inLulea,
  inStockholm,
  officer,
  registered,
  unknown,
  worker,
  type LinkingHub,
} from './linkingHub';

const guardian: Asker = { role: 'GUARDIAN', sub: 'guardian-open-case', purpose: 'GUARDIANSHIP' };
const board: Asker = {
  role: 'GUARDIANSHIP_OFFICER',
  municipality: '2580',
  sub: 'board',
  purpose: 'GUARDIANSHIP',
};
const fields: Readonly<Record<string, string>> = {
  recordName: 'id names { given }',
  recordDescription: 'hair',
  fileMissingPersonReport: 'reportNumber',
  assignMunicipality: 'version',
  openSocialCase: 'version',
  appointGuardian: 'kind',
  endGuardianship: 'kind',
};

let hub: LinkingHub;
let link: string;
beforeAll(async () => {
  hub = await createLinkingHub();
  const { data } = await hub.link(worker('2580'), registered, inLulea);
  link = data.linkChildren.id;
}, 60_000);
afterAll(() => hub?.close());

function change(
  asker: Asker,
  mutation: string,
  child: string,
  input: object,
  key?: string,
): Promise<HubAnswer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return hub.ask(
    asker,
    `mutation ${mutation}($input: ${type}!, $key: ID) {
      ${mutation}(input: $input, idempotencyKey: $key) { ${fields[mutation] ?? 'id'} } }`,
    { input: { child, ...input }, ...(key && { key }) },
  );
}

const hair = (colour: string) => ({ hair: colour });
const identity = { names: [{ given: 'Mohammed', family: 'Rahimi' }], birthDate: '2010-05-01', sex: 'MALE' };
const name = { name: { given: 'Hamoudi', kind: 'ALIAS' } };
const held = () =>
  hub.query('municipality', 'SELECT child_id AS child, hair FROM child_description ORDER BY hair');

describe('a change by either reference', () => {
  test.each([
    ['the municipality', registered],
    ['the municipality', inLulea],
  ])('is made where %s holds the child, by %s', async (_, child) => {
    const colour = `svart ${child === registered ? 1 : 2}`;
    const { data, errors } = await change(worker('2580'), 'recordDescription', child, hair(colour));
    expect(errors).toEqual([]);
    expect(data.recordDescription.hair).toBe(colour);
    expect(await held()).toContainEqual({ child: inLulea, hair: colour });
  });

  test('adds to the one report that the police have, and notes who was found there', async () => {
    const before = await hub.query('police', 'SELECT child_id, report_number FROM missing_person_report');
    const { absconding } = (await ask(hub, worker('2580'), registered, 'absconding { abscondedOn }')).data
      .child;
    const form = {
      givenName: 'Mohammed',
      familyName: 'Rahimi',
      abscondedAt: `${absconding.abscondedOn}T00:00:00Z`,
    };
    const numbers = [];
    for (const [asker, child] of [
      [guardian, registered],
      [worker('2580'), inLulea],
    ] as const) {
      const { data, errors } = await change(asker, 'fileMissingPersonReport', child, { form });
      expect(errors).toEqual([]);
      numbers.push(data.fileMissingPersonReport.reportNumber);
    }
    expect(new Set(numbers).size).toBe(1);
    expect(await hub.query('police', 'SELECT child_id, report_number FROM missing_person_report')).toEqual(
      before,
    );
    for (const child of [registered, inLulea]) {
      const { errors } = await change(worker('2580'), 'recordFound', child, { foundIn: '2580' });
      expect(errors).toEqual([]);
    }
    const found = await hub.query(
      'police',
      'SELECT child_id AS child FROM found_event WHERE recorded_by IS NOT NULL',
    );
    expect(found).toEqual([{ child: inLulea }, { child: inLulea }]);
  });

  test('is answered with the child as the agency holds it, which is the same child', async () => {
    for (const child of [inLulea, registered]) {
      const { data, errors } = await change(officer, 'recordName', child, name);
      expect(errors).toEqual([]);
      expect(data.recordName).toMatchObject({ id: registered });
      const again = await ask(hub, worker('2580'), data.recordName.id, 'placement { type }');
      expect(again.data.child.placement).toEqual({ type: 'HVB' });
    }
  });

  test('goes to the guardian’s ward, and to the board’s own guardianship', async () => {
    const { data } = await ask(hub, officer, registered, 'absconding { abscondedOn }');
    expect(data.child.absconding.abscondedOn).not.toBeNull();
    for (const child of [inLulea, registered]) {
      const given = { kind: 'GOD_MAN', guardianPrincipal: 'guardian-open-case', guardianName: 'Gode Man' };
      const appointed = await change(board, 'appointGuardian', child, given);
      expect(appointed.errors).toEqual([]);
    }
    const ended = await change(board, 'endGuardianship', inLulea, { reason: 'OTHER' });
    expect(ended.errors).toEqual([]);
    expect(await hub.query('guardianship', `SELECT id FROM child WHERE id = '${inLulea}'`)).toEqual([]);
  });

  test('is told to those who follow the child, and stands in the one log of looks', async () => {
    const subscriber = await subscribe(hub, worker('2580'), { text: query('type child { id }') });
    await change(officer, 'assignMunicipality', inLulea, {
      municipality: '2580',
      ground: 'EARLIER_CONNECTION',
    });
    const [update] = await subscriber.until(1);
    subscriber.leave();
    expect(update!.data.caseUpdates).toEqual({ type: 'ASSIGNED', child: { id: registered } });

    const entries = await hub.query(
      'audit',
      `SELECT DISTINCT child, outcome FROM audit.entry WHERE operation_name = 'assignMunicipality'`,
    );
    expect(entries).toEqual([{ child: registered, outcome: 'CHANGED' }]);
  });

  test('sent again with the same key is one change, and by the other reference a clear conflict', async () => {
    const sent = () =>
      change(officer, 'recordName', inLulea, { name: { given: 'Hamed', kind: 'ALIAS' } }, 'key-1');
    const [first, again] = [await sent(), await sent()];
    expect(again.data).toEqual(first.data);
    const other = { name: { given: 'Hamed', kind: 'ALIAS' } };
    expect(codeOf(await change(officer, 'recordName', registered, other, 'key-1'))).toBe('CONFLICT');
    const names = await hub.query('migration', `SELECT 1 FROM name_claim WHERE given = 'Hamed'`);
    expect(names).toHaveLength(1);
  });

  test('knows the version of the record that it changes', async () => {
    const version = async (): Promise<number> =>
      (await ask(hub, worker('2580'), registered, 'description { version }')).data.child.description.version;
    const read = await version();
    const given = { ...hair('brunt'), expectedVersion: read };
    expect((await change(worker('2580'), 'recordDescription', registered, given)).errors).toEqual([]);
    expect(codeOf(await change(worker('2580'), 'recordDescription', registered, given))).toBe('CONFLICT');
    expect(await version()).toBe(read + 1);
  });

  test('opens no second case, and lists the releases of the one', async () => {
    const opened = await change(worker('2580'), 'openSocialCase', registered, {
      identity,
      caseNumber: 'SN 9',
    });
    expect(codeOf(opened)).toBe('CONFLICT');
    const releases = 'query ($child: ID!) { releases(child: $child) { edges { node { child } } } }';
    const [one, other] = [
      await hub.ask(worker('2580'), releases, { child: registered }),
      await hub.ask(worker('2580'), releases, { child: inLulea }),
    ];
    expect(one.errors).toEqual([]);
    expect(one.data).toEqual(other.data);
    expect(await hub.query('municipality', `SELECT id FROM child WHERE id = '${registered}'`)).toEqual([]);
  });
});

test('whoever may not change it is answered as about nobody, after the same questions', async () => {
  const costs = [];
  for (const child of [unknown, registered, inLulea]) {
    hub.takeCalls();
    hub.takeStatements();
    const answer = await change(worker('1280'), 'recordDescription', child, hair('rött'));
    const [calls, statements] = [hub.takeCalls(), hub.takeStatements().map(({ sql }) => sql)];
    expect(codeOf(answer)).toBe('NOT_FOUND');
    costs.push(JSON.stringify([contentOf(answer), calls, statements]));
  }
  expect(new Set(costs).size).toBe(1);
});

test('of two that one register holds each municipality changes its own, by whichever reference', async () => {
  await hub.link(worker('0180'), inStockholm, another);
  const { errors } = await change(worker('0180'), 'recordDescription', another, hair('eget'));
  expect(errors).toEqual([]);
  expect(await held()).toContainEqual({ child: another, hair: 'eget' });

  // The police hold neither: whoever comes first of two at once makes the record that the other adds to.
  const form = { givenName: 'Khoshal', familyName: 'Zadran', abscondedAt: new Date().toISOString() };
  const reports = await Promise.all(
    [inStockholm, another, inStockholm, another].map((child) =>
      change(worker('0180'), 'fileMissingPersonReport', child, { form }),
    ),
  );
  expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
  expect(new Set(reports.map(({ data }) => data.fileMissingPersonReport.reportNumber)).size).toBe(1);

  await hub.ask(
    identifying('0180'),
    '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "1280") { outcome } }',
  );
  expect((await hub.link(identifying('0180'), registered, inStockholm)).errors).toEqual([]);
  for (const child of [registered, inLulea]) {
    const input = hair(`i Stockholm ${child === registered}`);
    expect((await change(worker('0180'), 'recordDescription', child, input)).errors).toEqual([]);
  }
  for (const child of [inStockholm, another]) {
    const input = hair(`i Luleå ${child === another}`);
    expect((await change(worker('2580'), 'recordDescription', child, input)).errors).toEqual([]);
  }
  expect(await held()).toEqual(
    expect.arrayContaining([
      { child: inLulea, hair: 'i Luleå true' },
      { child: inStockholm, hair: 'i Stockholm false' },
    ]),
  );
});

describe('while somebody is silent', () => {
  const silent: SubgraphTransport = () => Promise.reject(new Error('connect ECONNREFUSED'));
  afterEach(() => (['police', 'identification'] as const).forEach((name) => hub.disturb(name, null)));

  test('a change of another agency’s register is made all the same', async () => {
    hub.disturb('police', silent);
    const { errors } = await change(worker('2580'), 'recordDescription', registered, hair('tyst'));
    expect(errors).toEqual([]);
  });

  test('a change goes by the agency’s own reference alone, and no other child is said not to be there', async () => {
    const before = await held();
    hub.disturb('identification', silent);
    const refused = [
      await change(worker('2580'), 'recordDescription', registered, hair('ovisst')),
      await change(worker('1280'), 'recordDescription', inLulea, hair('ovisst')),
      await change(worker('1280'), 'recordDescription', unknown, hair('ovisst')),
    ];
    expect(new Set(refused.map(contentOf)).size).toBe(1);
    for (const [asker, mutation, input] of [
      [
        worker('2580'),
        'release',
        { toAgency: 'POLICE', rows: ['municipality.description'], basis: 'OSL_10_2' },
      ],
      [worker('2580'), 'recordFound', { foundIn: '2580' }],
      [worker('0180'), 'openSocialCase', { identity, caseNumber: 'SN 8' }],
    ] as const)
      refused.push(await change(asker, mutation, registered, input));
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'AGENCY_UNAVAILABLE'));
    expect(refused.map(({ errors }) => errors[0]!.extensions['service'])).toEqual(
      refused.map(() => 'identification'),
    );
    expect(await held()).toEqual(before);

    const { errors } = await change(worker('2580'), 'recordDescription', inLulea, hair('visst'));
    expect(errors).toEqual([]);
  });
});

describe('when the link is broken', () => {
  test('while a change is on its way, the change is not made of a child that is another by then', async () => {
    const before = await held();
    let letGo = (): void => undefined;
    const isBroken = new Promise<void>((resolve) => (letGo = resolve));
    const arrived = new Promise<{ late: Promise<SubgraphResponse> }>((resolve) => {
      hub.disturb('municipality', (request, usual) => {
        if (!request.query.includes('recordDescription')) return usual(request);
        const late = isBroken.then(() => usual(request));
        resolve({ late });
        return late;
      });
    });
    const sent = change(worker('2580'), 'recordDescription', registered, hair('för sent'));
    const { late } = await arrived;
    expect((await hub.unlink(worker('2580'), link)).errors).toEqual([]);
    letGo();
    expect((await late).errors![0]!.extensions).toMatchObject({ code: 'CONFLICT' });
    expect((await sent).errors).toHaveLength(1);
    hub.disturb('municipality', null);
    expect(await held()).toEqual(before);
  });

  test('each reference is a child of its own again', async () => {
    expect(codeOf(await change(worker('2580'), 'recordDescription', registered, hair('ljust')))).toBe(
      'NOT_FOUND',
    );
    expect(codeOf(await change(officer, 'recordName', inLulea, name))).toBe('NOT_FOUND');
    const { errors } = await change(worker('2580'), 'recordDescription', inLulea, hair('ljust'));
    expect(errors).toEqual([]);
    expect((await change(officer, 'recordName', registered, name)).errors).toEqual([]);
  });
});
