import { Client } from 'pg';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type TestHub, type TestHubOptions } from '../../harness/hub';
import {
  elsewhere,
  guardian,
  happen,
  hidden,
  idsOf,
  investigator,
  officer,
  open,
  query,
  subscribe,
  system,
  worker,
} from './updatesHub';

/** What subscribers are owed, whatever the log. */
export function describeCaseUpdates(openLog: () => Promise<NonNullable<TestHubOptions['events']>>): void {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await createTestHub({ children: storyChildren(new Date()), events: await openLog() });
  }, 60_000);
  afterAll(() => hub?.close());

  /** The cursor of now. */
  const now = async (): Promise<string> => {
    const probe = await subscribe(hub, officer);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await happen(hub, 'migration', 'ASSIGNED', open, '2580');
    const [update] = await probe.until(1);
    probe.leave();
    return update!.data.caseUpdates.cursor as string;
  };

  test.each(['SSE', 'SSE_SINGLE', 'WS'] as const)(
    'over %s what happened since the cursor comes first, then what happens',
    async (transport) => {
      const after = await now();
      const first = await happen(hub, 'police', 'FOUND', open, '0180');
      const second = await happen(hub, 'municipality', 'RETURNED', open, '2580');
      const subscriber = await subscribe(hub, worker('2580'), { transport, after });
      await subscriber.until(2);
      const third = await happen(hub, 'guardianship', 'GUARDIAN_APPOINTED', open, '2580');
      await subscriber.until(3);
      expect(idsOf(subscriber.updates).sort()).toEqual([first, second, third].sort());
      expect(idsOf(subscriber.updates)[2]).toBe(third);
      subscriber.leave();
      const resumed = await subscribe(hub, worker('2580'), {
        transport,
        after: subscriber.updates[1]!.data.caseUpdates.cursor as string,
      });
      expect(idsOf(await resumed.until(1))).toEqual([third]);
      resumed.leave();
    },
  );

  test('an event says what, when, where and who, and the child’s fields are read under the subscriber’s own rights', async () => {
    const after = await now();
    await happen(hub, 'police', 'MISSING_PERSON_REPORTED', open, '2580');
    const text = query(
      'type publishedBy occurredAt recordedAt municipality { code name county { code } } reading { role } child { id names { given } responsibility { rule } placement { type } }',
    );
    const [own, migrations, guardians] = await Promise.all(
      [worker('2580'), officer, guardian].map(async (asker) => {
        const subscriber = await subscribe(hub, asker, { after, text });
        const [update] = await subscriber.until(1).catch((error: Error) => [{ data: null, errors: [error] }]);
        subscriber.leave();
        return update;
      }),
    );
    expect(own).toMatchObject({
      data: {
        caseUpdates: {
          type: 'MISSING_PERSON_REPORTED',
          publishedBy: 'POLICE',
          municipality: { code: '2580', name: 'Luleå', county: { code: '25' } },
          reading: null,
          child: {
            id: open,
            names: expect.any(Array) as unknown,
            responsibility: { rule: 'ASSIGNED_CASE_OPEN' },
          },
        },
      },
      extensions: {
        cursor: expect.any(String) as unknown,
        audit: { leafIndex: expect.any(Number) as unknown },
      },
    });
    expect(own!.data.caseUpdates.child.placement.type).toEqual(expect.any(String));
    expect(migrations!.data.caseUpdates.child.placement).toBeNull();
    expect(migrations!.errors).toMatchObject([{ extensions: { code: 'SECRECY' } }]);
    expect(guardians!.data.caseUpdates.child.id).toBe(open);
  });

  test('each is told what it may know of and nothing else, and nobody of a protected child', async () => {
    const after = await now();
    const mine = await happen(hub, 'municipality', 'CASE_OPENED', open, '2580');
    await happen(hub, 'municipality', 'CASE_OPENED', elsewhere, '0127');
    await happen(hub, 'municipality', 'CASE_OPENED', hidden, '0163');
    const last = await happen(hub, 'migration', 'ASSIGNED', open, '2580');
    const received = async (asker: Parameters<typeof subscribe>[1]): Promise<unknown[]> => {
      const subscriber = await subscribe(hub, asker, { after });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      subscriber.leave();
      return idsOf(subscriber.updates).sort();
    };
    const [ours, ourSystem, theirs, protectedChilds, police] = await Promise.all([
      received(worker('2580')),
      received(system('2580')),
      received(worker('0127')),
      received(worker('0163')),
      received(investigator),
    ]);
    expect(ours).toEqual([mine, last].sort());
    expect(ourSystem).toEqual([mine, last].sort());
    expect(theirs).toHaveLength(1);
    expect(theirs).not.toContain(mine);
    expect(protectedChilds).toEqual([]);
    expect(police).toEqual([]);
  });

  test('types and child narrow the stream', async () => {
    const after = await now();
    const found = await happen(hub, 'police', 'FOUND', open, '0180');
    await happen(hub, 'municipality', 'PLACED', open, '2580');
    const placed = await happen(hub, 'municipality', 'PLACED', elsewhere, '0127');
    const typed = await subscribe(hub, worker('2580'), { after, text: query('id', 'types: [FOUND]') });
    expect(idsOf(await typed.until(1))).toEqual([found]);
    const one = await subscribe(hub, worker('0127'), { after, text: query('id', `child: "${elsewhere}"`) });
    expect(idsOf(await one.until(1))).toEqual([placed]);
    typed.leave();
    one.leave();
  });

  test('each delivery stands in the audit log', async () => {
    const after = await now();
    const client = new Client({ connectionString: hub.databases.audit.url });
    await client.connect();
    const count = async (): Promise<number> => {
      const { rows } = await client.query<{ n: string }>(
        `SELECT count(*) AS n FROM audit.entry WHERE principal_id = 'worker-2580' AND child = $1
         AND 'CaseUpdate.child' = ANY(fields_disclosed) OR principal_id = 'worker-2580' AND 'Child.id' = ANY(fields_disclosed)`,
        [open],
      );
      return Number(rows[0]!.n);
    };
    const before = await count();
    await happen(hub, 'police', 'FOUND', open);
    await happen(hub, 'police', 'FOUND', open);
    const subscriber = await subscribe(hub, worker('2580'), { after, text: query('id child { id }') });
    await subscriber.until(2);
    subscriber.leave();
    expect((await count()) - before).toBe(2);
    await client.end();
  });

  test.each([
    ['no cursor of the hub’s', 'what', 'UNREADABLE'],
    [
      'of another log',
      Buffer.from('1:00000000-0000-4000-8000-000000000000:1').toString('base64url'),
      'OTHER_LOG',
    ],
  ])('a cursor that is %s is refused with what to do', async (_, after, reason) => {
    for (const transport of ['SSE', 'WS'] as const) {
      const subscriber = await subscribe(hub, worker('2580'), { transport, after });
      const [update] = await subscriber.until(1);
      expect(update!.errors).toMatchObject([{ extensions: { code: 'CURSOR_REFUSED', reason } }]);
      await subscriber.ended();
    }
  });

  test('a cursor from beyond the end is refused', async () => {
    const [, id, position] = Buffer.from(await now(), 'base64url')
      .toString()
      .split(':');
    const after = Buffer.from(`1:${id}:${Number(position) + 1_000}`).toString('base64url');
    const subscriber = await subscribe(hub, worker('2580'), { after });
    const [update] = await subscriber.until(1);
    expect(update!.errors).toMatchObject([{ extensions: { code: 'CURSOR_REFUSED', reason: 'FUTURE' } }]);
  });

  test('Last-Event-ID goes before the cursor in the query', async () => {
    const after = await now();
    const first = await happen(hub, 'police', 'FOUND', open);
    const second = await happen(hub, 'police', 'FOUND', open);
    const subscriber = await subscribe(hub, worker('2580'), { after });
    await subscriber.until(2);
    expect(idsOf(subscriber.updates)).toEqual([first, second]);
    subscriber.leave();
    const { cursor } = subscriber.updates[0]!.extensions!;
    const resumed = await subscribe(hub, worker('2580'), {
      after,
      headers: { 'last-event-id': String(cursor) },
    });
    expect(idsOf(await resumed.until(1))).toEqual([second]);
    resumed.leave();
  });

  test('refused purposes, closed roles and missing cases are refused as on queries', async () => {
    const refused = async (asker: Parameters<typeof subscribe>[1]): Promise<unknown> => {
      const subscriber = await subscribe(hub, asker);
      const [update] = await subscriber.until(1);
      return update!.errors![0]!.extensions['code'];
    };
    expect(await refused({ ...worker('2580'), purpose: 'ALIEN_CONTROL' })).toBe('PURPOSE_REFUSED');
    expect(await refused({ ...worker('2580'), purpose: undefined })).toBe('PURPOSE_REQUIRED');
    expect(await refused({ ...worker('2580'), caseReference: '' })).toBe('CASE_REFERENCE_REQUIRED');
    expect(await refused({ role: 'NGO_WORKER', purpose: 'REPORTING' })).toBe('FORBIDDEN');
  });

  test('a reading by another agency is told to the municipality in charge: who and why, not what', async () => {
    const after = await now();
    const text = query(
      'type publishedBy child { id } reading { agency role purpose municipality { code } }',
      'types: [CORE_FACTS_READ]',
    );
    await hub.ask(worker('2580'), 'query ($id: ID!) { child(id: $id) { names { given } } }', { id: open });
    await hub.ask(officer, 'query ($id: ID!) { child(id: $id) { names { given } sex } }', { id: open });
    const [told, system2580] = await Promise.all([
      subscribe(hub, worker('2580'), { after, text }),
      subscribe(hub, system('2580'), { after, text }),
    ]);
    const reading = {
      agency: 'MIGRATION_AGENCY',
      role: 'MIGRATION_OFFICER',
      purpose: 'CASE_WORK',
      municipality: null,
    };
    const expected = { type: 'CORE_FACTS_READ', publishedBy: 'HUB', child: { id: open }, reading };
    expect((await told.until(1))[0]!.data.caseUpdates).toEqual(expected);
    expect((await system2580.until(1))[0]!.data.caseUpdates).toEqual(expected);
    const others = await subscribe(hub, officer, { after, text });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(others.updates).toEqual([]);
    expect(told.updates).toHaveLength(1);
    for (const each of [told, system2580, others]) each.leave();
  });

  test('while an agency is away nothing is told and nothing is lost', async () => {
    const after = await now();
    hub.disturb('municipality', () => Promise.reject(new Error('away')));
    const found = await happen(hub, 'police', 'FOUND', open);
    const subscriber = await subscribe(hub, worker('2580'), { after });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(subscriber.updates).toEqual([]);
    hub.disturb('municipality', null);
    expect(idsOf(await subscriber.until(1))).toEqual([found]);
    subscriber.leave();
  });
}
