import { resolveBirthDate } from '../../../subgraphs/demo/relativeDate';
import type { HubAnswer } from '../../harness/hub';
import { query, subscribe } from '../updates/updatesHub';
import {
  another,
  ask,
  codeOf,
  contentOf,
  createLinkingHub,
  finder,
  hidden,
  identifying,
  inLulea,
  inStockholm,
  officer,
  registered,
  unknown,
  worker,
  type LinkingHub,
} from './linkingHub';

let hub: LinkingHub;
beforeAll(async () => {
  hub = await createLinkingHub();
}, 60_000);
afterAll(() => hub?.close());

const all = `id names { given } placement { type } absconding { absconded abscondedOn status }
  responsibility(foundIn: "1280") { rule municipality { code } } deadlines { kind }
  episodes { abscondedAt } missingPersonReport { reportNumber } guardianship { kind }`;
const identifyByName = `query ($given: String!, $family: String!, $born: Date!) {
  identify(criteria: { givenName: $given, familyName: $family, birthDate: $born }, foundIn: "1280") {
    outcome grade child { id absconding { absconded } } evidence { identifier heldBy } } }`;
const asRegistered = { given: 'Mohammed', family: 'Rahimi', born: resolveBirthDate('-16y2mo', new Date()) };
const identifyByNumber =
  '{ identify(criteria: { dossierNumber: "12-410001" }, foundIn: "1280") { outcome child { id absconding { absconded } } } }';

/** Everything that a caller could tell two questions apart by, and what they cost. */
async function cost(question: () => Promise<HubAnswer>): Promise<string> {
  hub.takeCalls();
  hub.takeStatements();
  const answer = await question();
  const [calls, statements] = [hub.takeCalls().length, hub.takeStatements().length];
  return JSON.stringify({ code: codeOf(answer), content: contentOf(answer), calls, statements });
}

test('before anybody links them, each reference is a child of its own', async () => {
  const answers = await Promise.all(
    [registered, inLulea].map((child) => ask(hub, worker('2580'), child, all)),
  );
  expect(answers.map(({ data }) => data.child)).toMatchObject([
    { names: [{ given: 'Mohammed' }, { given: 'محمد' }], placement: null, absconding: { absconded: false } },
    { names: null, placement: { type: 'HVB' }, absconding: { absconded: true } },
  ]);
  const { data } = await hub.ask(finder, identifyByName, asRegistered);
  expect(data.identify.outcome).toBe('NO_UNIQUE_MATCH');
});

describe('may be done only by an officer who works with the one and may be told of the other', () => {
  test('and costs and answers anybody else the same, whether or not the children are there', async () => {
    const answers = [
      await cost(() => hub.link(worker('1280'), registered, inLulea)),
      await cost(() => hub.link(worker('2580'), registered, unknown)),
      await cost(() => hub.link(worker('2580'), unknown, inLulea)),
      await cost(() => hub.link(worker('2580'), registered, hidden)),
      await cost(() => hub.link(worker('0180'), inStockholm, registered)),
      await cost(() => hub.link(worker('2580'), registered, another)),
      await cost(() => hub.link(officer, registered, inLulea)),
    ];
    expect(JSON.parse(answers[0]!)).toMatchObject({ code: 'NOT_FOUND' });
    expect(new Set(answers).size).toBe(1);
    expect(codeOf(await hub.unlink(worker('2580'), 'no-such-link'))).toBe('NOT_FOUND');
  });

  test('and is refused to others before any register is asked', async () => {
    hub.takeCalls();
    for (const asker of [finder, { role: 'POLICE_OFFICER', purpose: 'IDENTIFICATION' } as const])
      expect(codeOf(await hub.link(asker, registered, inLulea))).toBe('FORBIDDEN');
    expect(hub.takeCalls()).toEqual([]);
  });

  test('with a reason and evidence', async () => {
    const given = {
      child: registered,
      other: inLulea,
      reason: 'Samma barn, sett',
      evidence: ['SAME_NUMBER'],
    };
    const bad = [
      { reason: ' kort ' },
      { evidence: [] },
      { other: registered },
      { other: ' ' },
      { child: 'x'.repeat(101) },
    ];
    for (const input of bad) {
      const { errors } = await hub.ask(
        worker('2580'),
        'mutation ($input: LinkChildrenInput!) { linkChildren(input: $input) { id } }',
        { input: { ...given, ...input } },
      );
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: expect.any(String) });
    }
  });
});

describe('once linked', () => {
  let link: string;
  beforeAll(async () => {
    const first = await hub.link(worker('2580'), registered, inLulea, 'key-1');
    expect(first.errors).toEqual([]);
    link = first.data.linkChildren.id;
    expect(first.data.linkChildren).toMatchObject({
      children: [registered, inLulea].sort(),
      evidence: ['RECOGNISED_IN_PERSON'],
      linkedBy: 'worker-2580',
      agency: 'MUNICIPALITY',
      unlinkedAt: null,
    });
  });

  test('every agency answers under either reference, and the rules follow', async () => {
    const answers = await Promise.all(
      [registered, inLulea].map((child) => ask(hub, worker('2580'), child, all)),
    );
    for (const { data, errors } of answers) {
      expect(errors).toEqual([]);
      expect(data.child).toMatchObject({
        names: [{ given: 'Mohammed' }, { given: 'محمد' }],
        placement: { type: 'HVB' },
        absconding: { absconded: true, status: 'ABSCONDED' },
        responsibility: { rule: 'ASSIGNED_CASE_OPEN', municipality: { code: '2580' } },
        guardianship: { kind: 'GOD_MAN' },
      });
      expect(data.child.missingPersonReport).not.toBeNull();
    }
    const [one, other] = answers.map(({ data }) => ({ ...data.child, id: '' }));
    expect(one).toEqual(other);
    expect(one?.deadlines.length).toBeGreaterThan(0);
  });

  test('a finder is led to the one child, by the leading reference, and may come back to it by either', async () => {
    const { data, errors } = await hub.ask(finder, identifyByName, asRegistered);
    expect(errors).toEqual([]);
    expect(data.identify).toMatchObject({
      outcome: 'UNIQUE_MATCH',
      child: { id: registered, absconding: { absconded: true } },
    });
    const again = await ask(hub, finder, inLulea, 'absconding { absconded }');
    expect(again.data.child.absconding.absconded).toBe(true);
  });

  test('each agency notes whose data it gave out, under its own reference', async () => {
    await ask(hub, worker('2580'), registered, 'placement { type }');
    const noted = await hub.query(
      'municipality',
      `SELECT children FROM disclosure WHERE 'Placement.type' = ANY(fields) ORDER BY id DESC LIMIT 1`,
    );
    expect(noted).toEqual([{ children: [inLulea, registered].sort() }]);
  });

  test('those who follow either reference are told, without the other', async () => {
    const events = await hub.query(
      'identification',
      `SELECT type, child FROM outbox WHERE type = 'CHILDREN_LINKED' ORDER BY position`,
    );
    expect(events).toEqual([registered, inLulea].map((child) => ({ type: 'CHILDREN_LINKED', child })));
  });

  test('they are told while it happens, of every reference, also one that is theirs by the link alone', async () => {
    const subscriber = await subscribe(hub, worker('2580'), { text: query('type child { id }') });
    const stranger = await subscribe(hub, worker('1280'), { text: query('type child { id }') });
    await hub.ask(identifying('0180'), identifyByNumber);
    const { data } = await hub.link(identifying('0180'), registered, inStockholm, 'key-2');
    expect(data.linkChildren.children).toEqual([registered, inStockholm].sort());
    const told = await subscriber.until(3);
    expect(told.map((update) => update.data.caseUpdates)).toEqual(
      [registered, inLulea, inStockholm].map((id) => ({ type: 'CHILDREN_LINKED', child: { id } })),
    );
    expect(stranger.updates).toEqual([]);
    subscriber.leave();
    stranger.leave();
  });

  test('the log of looks is one log', async () => {
    const log = 'query ($child: ID!) { accessLog(child: $child) { edges { node { role at } } } }';
    const [one, other] = await Promise.all(
      [registered, inLulea].map((child) => hub.ask(worker('2580'), log, { child })),
    );
    expect(one?.data.accessLog.edges.length).toBeGreaterThan(1);
    expect(one?.data.accessLog.edges).toEqual(other?.data.accessLog.edges);
  });

  test('the same sending is one link, and another link of the two is a conflict', async () => {
    const again = await hub.link(worker('2580'), registered, inLulea, 'key-1');
    expect(again.data.linkChildren.id).toBe(link);
    expect(codeOf(await hub.link(worker('2580'), inLulea, registered))).toBe('CONFLICT');
  });

  test('a third reference that has joined them is found by the name given there and the case of the latest municipality', async () => {
    const { data } = await hub.ask(finder, identifyByName, {
      given: 'Khoshal',
      family: 'Zadran',
      born: '2011-03-07',
    });
    expect(data.identify).toMatchObject({ outcome: 'UNIQUE_MATCH', child: { id: registered } });
    const read = 'socialCase { municipality { code } } description { heightCm } episodes { abscondedAt }';
    const stockholm = await ask(hub, worker('0180'), inStockholm, read);
    expect(stockholm.data.child).toMatchObject({
      socialCase: { municipality: { code: '0180' } },
      description: { heightCm: 171 },
      episodes: [{}],
    });
  });

  test('linked or not, a search asks the same questions', async () => {
    const costs = [];
    for (const dossierNumber of ['12-410001', '12-410003']) {
      hub.takeCalls();
      hub.takeStatements();
      const { data } = await hub.ask(
        { ...finder, sub: `finder-of-${dossierNumber}` },
        'query ($n: String!) { identify(criteria: { dossierNumber: $n }, foundIn: "1280") { outcome } }',
        { n: dossierNumber },
      );
      expect(data.identify.outcome).toBe('UNIQUE_MATCH');
      costs.push([hub.takeCalls().length, hub.takeStatements().length]);
    }
    expect(costs[0]).toEqual(costs[1]);
  });

  test('a broken link parts them, in every answer, and what other links hold stays', async () => {
    const { data, errors } = await hub.unlink(worker('2580'), link);
    expect(errors).toEqual([]);
    expect(data.unlinkChildren).toMatchObject({
      unlinkedBy: 'worker-2580',
      unlinkReason: expect.any(String),
    });
    const [one, other] = await Promise.all(
      [registered, inLulea].map((child) => ask(hub, worker('2580'), child, all)),
    );
    expect(one?.data.child).toMatchObject({ absconding: { absconded: false }, missingPersonReport: null });
    expect(other?.data.child).toMatchObject({ absconding: { absconded: true }, names: null });
    const left = await hub.query('identification', 'SELECT child, leader FROM linked_child ORDER BY place');
    expect(left.map(({ child }) => child)).toEqual([registered, inStockholm]);
    const told = await hub.query(
      'identification',
      `SELECT child FROM outbox WHERE type = 'CHILDREN_UNLINKED' ORDER BY position`,
    );
    expect(told.map(({ child }) => child)).toEqual([registered, inLulea, inStockholm]);
    const again = await hub.unlink(worker('2580'), link);
    expect(again.data.unlinkChildren).toEqual(data.unlinkChildren);
  });

  test('and stays broken, over a third reference too', async () => {
    expect(codeOf(await hub.link(worker('2580'), inLulea, registered))).toBe('CONFLICT');
    // Luleå may be told of the reference of Stockholm, since it is linked to its own child.
    expect(codeOf(await hub.link(worker('2580'), inLulea, inStockholm))).toBe('CONFLICT');
    // Sent again, the first sending gives its result and links nothing anew.
    const again = await hub.link(worker('2580'), registered, inLulea, 'key-1');
    expect(again.data.linkChildren).toMatchObject({ id: link, unlinkedAt: expect.any(String) });
    const { data } = await ask(hub, worker('2580'), registered, 'placement { type }');
    expect(data.child.placement).toBeNull();
  });

  test('the links of a child are shown to those who work with it, and to nobody else', async () => {
    const links = 'query ($child: ID!) { childLinks(child: $child) { children unlinkedAt reason } }';
    const { data } = await hub.ask(worker('2580'), links, { child: registered });
    expect(data.childLinks).toMatchObject([
      { children: [registered, inLulea].sort(), unlinkedAt: expect.any(String) },
      { children: [registered, inStockholm].sort(), unlinkedAt: null },
    ]);
    const refused = await Promise.all(
      [registered, unknown].map((child) => hub.ask(worker('1280'), links, { child })),
    );
    expect(refused.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(contentOf(refused[0]!)).toBe(contentOf(refused[1]!));
    expect(codeOf(await hub.ask(finder, links, { child: registered }))).toBe('FORBIDDEN');
  });

  test('leaves entries in the audit log, the refused ones too', async () => {
    const rows = await hub.query(
      'audit',
      `SELECT outcome FROM audit.entry WHERE operation_name IN ('linkChildren', 'unlinkChildren')`,
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.map(({ outcome }) => outcome)).toContain('REFUSED');
  });
});
