import { opaqueId } from '../../../../subgraphs/demo/opaqueId';
import type { ClockParts } from '../../../../subgraphs/identification/clock/clockParts';
import { lookAtDue } from '../../../../subgraphs/identification/clock/lookAtDue';
import { startDutyClock } from '../../../../subgraphs/identification/clock/startDutyClock';
import { SweepIncomplete, sweepAll, sweepChanges } from '../../../../subgraphs/identification/clock/sweep';
import { awayChild, type Away } from '../../../harness/awayChildren';
import { createClockHub, type ClockHub } from '../../../harness/clockHub';

const start = new Date('2026-03-10T12:00:00Z');
const idOf = (key: string): string => opaqueId('away', key);

let hub: ClockHub;
let clock: ClockParts;
afterEach(() => hub?.close());

async function begin(...away: Away[]): Promise<void> {
  hub = await createClockHub(
    away.map((each) => awayChild(start, each)),
    start,
  );
  clock = await hub.newProcess();
  await sweepAll(clock);
}

/** Looks at the moment, and says what was raised since the last look, by child. */
function createWatcher(keys: readonly string[]): (moment?: string) => Promise<string[]> {
  let seen = 0;
  const names = new Map(keys.map((key) => [idOf(key), key]));
  return async (moment) => {
    if (moment) hub.at(moment);
    await sweepChanges(clock);
    await lookAtDue(clock);
    const raised = await hub.raised();
    const added = raised.slice(seen).map((line) => {
      const [type, child] = line.split(' ') as [string, string];
      return `${type} ${names.get(child) ?? child}`;
    });
    seen = raised.length;
    return added.sort();
  };
}

test('tells of a duty as it comes near, passes on and is missed, and of each once', async () => {
  await begin({ key: 'child', abscondedFor: 1 });
  const look = createWatcher(['child']);
  const approaching = 'DEADLINE_APPROACHING child';
  // Discovered at eleven: the police are told within a day, by the guardian for the first twelve hours.
  expect(await look()).toEqual([]);
  expect(await look('2026-03-10T14:59:59Z')).toEqual([]);
  expect(await look('2026-03-10T15:00:00Z')).toEqual([approaching]);
  expect(await look('2026-03-10T15:30:00Z')).toEqual([]);
  // Social services' turn, and guardian, social services and Migration Agency to be told, and protection to be assessed,
  // in twelve hours.
  expect(await look('2026-03-10T23:00:00Z')).toEqual(Array(4).fill(approaching));
  expect(await look('2026-03-11T05:00:00Z')).toEqual([approaching]);
  expect(await look('2026-03-11T11:00:00Z')).toEqual([]);
  expect(await look('2026-03-11T11:00:01Z')).toEqual(Array(4).fill('DEADLINE_MISSED child'));
  expect(await look('2026-03-12T11:00:01Z')).toEqual([]);
});

test('tells nobody else of a duty that its owner has taken on, and that it was missed all the same', async () => {
  await begin({ key: 'child', abscondedFor: 1 });
  const look = createWatcher(['child']);
  expect(await look('2026-03-10T15:00:00Z')).toEqual(['DEADLINE_APPROACHING child']);
  await hub.sql(
    'guardianship',
    `INSERT INTO duty_taken (child_id, kind, due_at, owner, taken_at, taken_by, role)
    VALUES ($1, 'POLICE_REPORT_24H', '2026-03-11T11:00:00Z', 'GUARDIAN', '2026-03-10T16:00:00Z', 'g', 'GUARDIAN')`,
    [idOf('child')],
  );
  await hub.happened('guardianship', idOf('child'));
  expect(await look('2026-03-10T16:00:00Z')).toEqual([]);
  // The other three that come near at this hour; social services are not told that it is their turn to report.
  expect(await look('2026-03-10T23:00:00Z')).toEqual(Array(3).fill('DEADLINE_APPROACHING child'));
  expect(await look('2026-03-11T05:00:00Z')).toEqual([]);
  expect(await look('2026-03-11T11:00:01Z')).toEqual(Array(4).fill('DEADLINE_MISSED child'));
});

test('says nothing of a duty that was done, once the agency tells that something happened', async () => {
  await begin({ key: 'child', abscondedFor: 1 });
  const look = createWatcher(['child']);
  await look();
  const child = idOf('child');
  await hub.sql(
    'police',
    `INSERT INTO child (id, identity, search_keys, protected_identity, national_alert_active,
    suspected_victim, suspected_offender) VALUES ($1, '{}', '{}', false, false, false, false)`,
    [child],
  );
  await hub.sql(
    'police',
    `INSERT INTO missing_person_report (report_number, child_id, reported_at, reported_by, status)
    VALUES ('R-1', $1, '2026-03-10T13:00:00Z', 'god man', 'OPEN')`,
    [child],
  );
  await hub.happened('police', child);
  hub.at('2026-03-10T13:30:00Z');
  await until(
    () =>
      look().then(() => hub.sql<{ at: Date }>('identification', 'SELECT evaluated_at AS at FROM duty_watch')),
    ([watch]) => watch!.at >= hub.now(),
  );
  expect(await look('2026-03-10T20:00:00Z')).toEqual([]);
  expect(await look('2026-03-11T11:00:01Z')).not.toContain('DEADLINE_APPROACHING child');
});

test('declares nothing while an agency is silent, and keeps the duty until it answers', async () => {
  await begin({ key: 'child', abscondedFor: 30 });
  const look = createWatcher(['child']);
  hub.silence('police');
  expect(await look('2026-03-10T13:00:00Z')).toEqual([]);
  expect(await look('2026-03-10T13:02:00Z')).toEqual([]);
  await expect(sweepAll(clock)).rejects.toThrow(SweepIncomplete);
  hub.silence(null);
  expect(await look('2026-03-10T13:04:00Z')).toContain('DEADLINE_MISSED child');
});

test('never names a child that any agency marks as protected, and forgets one that comes to be', async () => {
  await begin(
    { key: 'hidden', abscondedFor: 30, protectedIdentity: true },
    { key: 'later', abscondedFor: 1 },
  );
  await hub.sql('municipality', 'UPDATE child SET protected_identity = false');
  await hub.sql('guardianship', 'UPDATE child SET protected_identity = false');
  await sweepAll(clock);
  const look = createWatcher([]);
  expect(await look()).toEqual([]);
  await look('2026-03-10T16:00:00Z');
  const before = await hub.raised();
  expect(before.length).toBeGreaterThan(0);
  expect(before.join()).not.toContain(idOf('hidden'));
  await hub.sql('migration', 'UPDATE child SET protected_identity = true');
  expect(await look('2026-03-12T16:00:00Z')).toEqual([]);
  expect(await hub.sql('identification', 'SELECT * FROM duty_watch')).toEqual([]);
  expect(await hub.sql('identification', 'SELECT * FROM duty_event')).toEqual([]);
});

test('tells when somebody else has become responsible', async () => {
  await begin({ key: 'child', abscondedFor: 1 });
  const look = createWatcher(['child']);
  await look();
  await hub.sql('municipality', `UPDATE social_case SET municipality = '0180'`);
  await hub.sql('migration', `UPDATE assignment SET municipality = '0180'`);
  await hub.sql('municipality', `UPDATE placement SET municipality = '0180', placed_by = '0180'`);
  expect(await look('2026-03-10T12:30:00Z')).toEqual([]);
  await hub.happened('migration', idOf('child'));
  // Seen as soon as no older transaction is under way on the server, which other databases have as well.
  const raised = await until(
    () => look().then(() => hub.raised()),
    (lines) => lines.length > 0,
  );
  expect(raised).toEqual([`RESPONSIBILITY_CHANGED ${idOf('child')}`]);
  expect(await look('2026-03-10T12:40:00Z')).toEqual([]);
});

test('classifies as missing at the midnight three calendar months later', async () => {
  const abscondedFor = (start.getTime() - Date.parse('2025-12-11T11:00:00Z')) / 3_600_000;
  await begin({ key: 'child', abscondedFor, reported: true });
  const look = createWatcher(['child']);
  expect(await look('2026-03-10T22:59:59Z')).not.toContain('CLASSIFIED_MISSING child');
  expect(await look('2026-03-10T23:00:01Z')).toEqual(['CLASSIFIED_MISSING child']);
  expect(await look('2026-03-20T23:00:01Z')).not.toContain('CLASSIFIED_MISSING child');
});

test('tells each thing once, however many processes look at once', async () => {
  const away = Array.from({ length: 60 }, (_, index) => ({ key: `child-${index}`, abscondedFor: 30 }));
  await begin(...away);
  const processes = [clock, await hub.newProcess(), await hub.newProcess()];
  const looked = await Promise.all(processes.map(lookAtDue));
  expect(looked.reduce((sum, { children }) => sum + children, 0)).toBe(60);
  // A sweep that marks them anew, as after a restart, while others still look.
  await Promise.all([sweepAll(clock), ...processes.map(lookAtDue), sweepAll(processes[1]!)]);
  await Promise.all(processes.map(lookAtDue));
  const raised = await hub.raised();
  const missed = raised.filter((line) => line.startsWith('DEADLINE_MISSED'));
  expect(missed).toHaveLength(4 * 60);
  const marks = await hub.sql<{ marks: number }>(
    'identification',
    'SELECT count(*)::int AS marks FROM duty_event',
  );
  expect(marks[0]!.marks).toBe(raised.length);
});

test('takes over what a process that died had claimed', async () => {
  await begin({ key: 'child', abscondedFor: 30 });
  await hub.sql('identification', `UPDATE duty_watch SET claimed_until = $1`, ['2026-03-10T12:03:00Z']);
  const look = createWatcher(['child']);
  expect(await look('2026-03-10T12:02:59Z')).toEqual([]);
  expect(await look('2026-03-10T12:03:00Z')).toContain('DEADLINE_MISSED child');
});

test('stops in the middle of a sweep without a word, and leaves the sweep to be made again', async () => {
  await begin({ key: 'child', abscondedFor: 30 });
  const { peers, ...parts } = await hub.newProcess();
  let asked: () => void = () => undefined;
  const sweeping = new Promise<void>((resolve) => (asked = resolve));
  const slowPeers = Object.fromEntries(
    Object.entries(peers).map(([agency, ask]) => [
      agency,
      async (request: Parameters<typeof ask>[0]) => {
        asked();
        await new Promise((resolve) => setTimeout(resolve, 200));
        return ask(request);
      },
    ]),
  );
  const lines: string[] = [];
  const running = await startDutyClock({
    ...parts,
    peers: slowPeers,
    databaseUrl: hub.databases.identification.url,
    firstSweepSeconds: 0,
    log: (line) => lines.push(line),
  });
  await sweeping;
  await running.stop();
  expect(lines).toEqual([]);
  const jobs = await hub.sql<{ state: string }>(
    'identification',
    `SELECT state::text FROM duty_clock.job WHERE name = 'duty-all'`,
  );
  expect(jobs.map(({ state }) => state)).toContain('retry');
});

test('runs by jobs that survive a restart, in two processes that tell everything once', async () => {
  await begin({ key: 'one', abscondedFor: 30 }, { key: 'two', abscondedFor: 30 });
  await hub.sql('identification', 'DELETE FROM duty_watch');
  const run = async (): Promise<() => Promise<void>> => {
    const running = await startDutyClock({
      ...(await hub.newProcess()),
      databaseUrl: hub.databases.identification.url,
      firstSweepSeconds: 0,
      log: (line) => console.error(line),
    });
    return () => running.stop();
  };
  const stops = [await run(), await run()];
  const raised = await until(
    () => hub.raised(),
    (lines) => lines.filter((line) => line.includes('MISSED')).length >= 6,
  );
  await Promise.all(stops.map((stop) => stop()));
  const stop = await run();
  await until(
    () => hub.sql<{ marks: number }>('identification', 'SELECT marks FROM duty_watch'),
    (rows) => rows.every(({ marks }) => marks > 0),
  );
  await lookAtDue(clock);
  await stop();
  expect(await hub.raised()).toEqual(raised);
  expect(new Set(raised.filter((line) => line.includes('MISSED'))).size).toBe(2);
  const jobs = await hub.sql<{ data: object }>('identification', 'SELECT data FROM duty_clock.job');
  expect(jobs.map(({ data }) => JSON.stringify(data)).join()).not.toContain(idOf('one'));
}, 60_000);

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await read();
    if (holds(value)) return value;
    if (tries > 300) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
