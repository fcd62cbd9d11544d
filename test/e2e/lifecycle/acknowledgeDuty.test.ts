import { Client } from 'pg';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import { awayChild } from '../../harness/awayChildren';
import type { Asker, HubAnswer } from '../../harness/hub';
import { codeOf, contentOf, officer, patrol, unknown } from '../disclosure/disclosureHub';
import { createLifecycleHub, socialEmergency, socialWorker, type LifecycleHub } from './lifecycleHub';

const start = new Date();
const luleå = socialWorker('2580');
const göteborg = socialWorker('1480');
const keys = ['kept', 'passedOn', 'repeated', 'raced', 'night', 'reported', 'silent'] as const;
const children = [
  ...keys.map((key) => awayChild(start, { key, abscondedFor: 1, reported: key === 'reported' })),
  awayChild(start, { key: 'hidden', abscondedFor: 1, protectedIdentity: true }),
];
const idOf = (key: string): string => opaqueId('away', key);
const guardianOf = (key: string): Asker => ({
  role: 'GUARDIAN',
  sub: `guardian-${key}`,
  purpose: 'GUARDIANSHIP',
});
const fields = 'kind owner state acknowledgedBy acknowledgedAt';

let hub: LifecycleHub;
beforeAll(async () => {
  hub = await createLifecycleHub(start, children);
}, 60_000);
afterAll(() => hub?.close());

const acknowledge = (asker: Asker, child: string, kind = 'POLICE_REPORT_24H', key?: string) =>
  hub.change(asker, 'acknowledgeDuty', { child, kind }, fields, key);

async function reportDuty(asker: Asker, child: string): Promise<unknown> {
  const query = `query ($id: ID!) { child(id: $id) { deadlines { ${fields} } } }`;
  const { data } = await hub.ask(asker, query, { id: child });
  return data.child.deadlines.find(({ kind }: { kind: string }) => kind === 'POLICE_REPORT_24H');
}

async function rows(database: keyof LifecycleHub['databases'], sql: string, child: string) {
  const client = new Client({ connectionString: hub.databases[database].url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [child])).rows;
  } finally {
    await client.end();
  }
}
const takenIn = (database: 'guardianship' | 'municipality', child: string) =>
  rows(
    database,
    'SELECT kind, owner, taken_by, role, case_reference FROM duty_taken WHERE child_id = $1',
    child,
  );
const eventsIn = (database: 'guardianship' | 'municipality', child: string) =>
  rows(database, `SELECT type FROM outbox WHERE child = $1 AND type = 'DUTY_ACKNOWLEDGED'`, child);

describe('whoever takes on a duty', () => {
  it('is the one whose turn it is, said once however often it is sent, in their own agency’s register', async () => {
    const child = idOf('repeated');
    const guardian = guardianOf('repeated');
    const first = await acknowledge(guardian, child, undefined, 'k1');
    expect(first.errors).toEqual([]);
    expect(first.data.acknowledgeDuty).toMatchObject({
      owner: 'GUARDIAN',
      state: 'PENDING',
      acknowledgedBy: 'GUARDIAN',
    });
    expect((await acknowledge(guardian, child, undefined, 'k1')).data).toEqual(first.data);
    expect((await acknowledge(guardian, child)).data).toEqual(first.data);
    expect(codeOf(await acknowledge(guardian, idOf('repeated'), 'TRAFFICKING_WATCH_48H', 'k1'))).toBe(
      'NOT_FOUND',
    );
    expect(await takenIn('guardianship', child)).toEqual([
      {
        kind: 'POLICE_REPORT_24H',
        owner: 'GUARDIAN',
        taken_by: 'guardian-repeated',
        role: 'GUARDIAN',
        case_reference: expect.any(String),
      },
    ]);
    expect(await eventsIn('guardianship', child)).toHaveLength(1);
    expect(await takenIn('municipality', child)).toEqual([]);
    const noted = await rows(
      'audit',
      `SELECT outcome, principal_id FROM audit.entry WHERE child = $1 AND operation_name = 'acknowledgeDuty'
        AND outcome = 'CHANGED'`,
      child,
    );
    expect(noted).toHaveLength(1);
  });

  it('sees it stay with them while others’ turns go by, and is overdue at its end all the same', async () => {
    const child = idOf('kept');
    await acknowledge(guardianOf('kept'), child);
    expect(codeOf(await acknowledge(luleå, child))).toBe('NOT_FOUND');
    hub.pass({ hours: 12 });
    expect(await reportDuty(luleå, child)).toMatchObject({ owner: 'GUARDIAN', acknowledgedBy: 'GUARDIAN' });
    hub.pass({ hours: 8 });
    expect(await reportDuty(luleå, child)).toMatchObject({ owner: 'GUARDIAN', state: 'PENDING' });
    // Of one that nobody took on, the turn has passed to social services and on to the home by now.
    expect(await reportDuty(luleå, idOf('passedOn'))).toMatchObject({ owner: 'HOME', acknowledgedBy: null });
    expect(codeOf(await acknowledge(guardianOf('passedOn'), idOf('passedOn')))).toBe('NOT_FOUND');
    expect((await acknowledge(luleå, idOf('passedOn'))).data.acknowledgeDuty).toMatchObject({
      owner: 'HOME',
      acknowledgedBy: 'HOME',
    });
    hub.pass({ hours: 5 });
    expect(await reportDuty(luleå, child)).toMatchObject({
      owner: 'SOCIAL_SERVICES',
      state: 'OVERDUE',
      acknowledgedBy: 'GUARDIAN',
    });
    expect((await acknowledge(luleå, child)).data.acknowledgeDuty).toMatchObject({
      state: 'OVERDUE',
      acknowledgedBy: 'SOCIAL_SERVICES',
    });
  });

  it('are two at the same moment, of whom one stands in the register and both are answered alike', async () => {
    const child = idOf('raced');
    const workers = [luleå, socialWorker('2580', 'other'), socialWorker('2580', 'third')];
    const all = await Promise.all(
      workers.map((worker) => acknowledge(worker, child, 'PROTECTION_ASSESSMENT')),
    );
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(all.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await takenIn('municipality', child)).toHaveLength(1);
    expect(await eventsIn('municipality', child)).toHaveLength(1);
  });

  it('may be the emergency service of the municipality in charge, and no other’s', async () => {
    const child = idOf('night');
    const { dossierNumber } = children.find(({ id }) => id === child)!.migration!;
    const here = socialEmergency('2580');
    const elsewhere = socialEmergency('0180');
    for (const asker of [here, elsewhere]) {
      const { data } = await hub.ask(
        asker,
        'query ($n: String!) { identify(criteria: { dossierNumber: $n }, foundIn: "2580") { child { id } } }',
        { n: dossierNumber },
      );
      expect(data.identify.child).toEqual({ id: child });
    }
    expect(codeOf(await acknowledge(elsewhere, child, 'PROTECTION_ASSESSMENT'))).toBe('NOT_FOUND');
    expect((await acknowledge(here, child, 'PROTECTION_ASSESSMENT')).data.acknowledgeDuty).toMatchObject({
      acknowledgedBy: 'SOCIAL_SERVICES',
    });
  });
});

describe('a duty that is not the caller’s', () => {
  it('is the same answer, after the same calls, for a foreign child, a protected one and one nobody knows', async () => {
    const answers: HubAnswer[] = [];
    const calls: unknown[] = [];
    for (const child of [unknown, idOf('silent'), idOf('hidden')]) {
      hub.takeCalls();
      answers.push(await acknowledge(göteborg, child));
      calls.push([...hub.takeCalls()].sort());
    }
    expect(codeOf(answers[0]!)).toBe('NOT_FOUND');
    expect(new Set(answers.map(contentOf)).size).toBe(1);
    expect(calls[1]).toEqual(calls[0]);
    expect(calls[2]).toEqual(calls[0]);
    expect(contentOf(await acknowledge(guardianOf('kept'), idOf('silent')))).toBe(contentOf(answers[0]!));
  });

  it('is refused in the same words when it is done, is not there, or is another’s turn', async () => {
    const refused = await acknowledge(luleå, unknown);
    for (const [asker, child, kind] of [
      [luleå, idOf('reported'), 'POLICE_REPORT_24H'],
      [luleå, idOf('reported'), 'LVU_APPLY_4W'],
      [guardianOf('reported'), idOf('reported'), 'PROTECTION_ASSESSMENT'],
      [officer, idOf('reported'), 'PROTECTION_ASSESSMENT'],
      [göteborg, idOf('reported'), 'PROTECTION_ASSESSMENT'],
      [patrol, idOf('reported'), 'PROTECTION_ASSESSMENT'],
    ] as const)
      expect(contentOf(await acknowledge(asker, child, kind))).toBe(contentOf(refused));
  });

  it('opens to no role without duties, and takes no kind that does not exist', async () => {
    const analyst: Asker = { role: 'NGO_WORKER', sub: 'ngo', purpose: 'REPORTING' };
    expect(codeOf(await acknowledge(analyst, idOf('raced')))).toBe('FORBIDDEN');
    const { status, errors } = await acknowledge(luleå, idOf('raced'), 'NO_SUCH_THING');
    expect([status, errors.length]).toEqual([200, 1]);
    expect(codeOf(await acknowledge(luleå, ' '))).toBe('BAD_USER_INPUT');
  });

  it('under a key that came before for something else is a conflict', async () => {
    const child = idOf('raced');
    await acknowledge(luleå, child, 'PROTECTION_ASSESSMENT', 'k2');
    expect(codeOf(await acknowledge(luleå, child, 'INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H', 'k2'))).toBe(
      'CONFLICT',
    );
    expect(await takenIn('municipality', child)).toHaveLength(1);
  });
});

it('cannot be taken on while an agency whose facts decide whose turn it is is silent', async () => {
  const child = idOf('silent');
  hub.disturb('police', async () => Promise.reject(new Error('down')));
  try {
    expect(codeOf(await acknowledge(luleå, child, 'PROTECTION_ASSESSMENT'))).toBe('AGENCY_UNAVAILABLE');
  } finally {
    hub.disturb('police', null);
  }
  expect(await takenIn('municipality', child)).toEqual([]);
});
