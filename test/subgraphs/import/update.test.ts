import { Client } from 'pg';
import { searchKeys } from '../../../subgraphs/shared/matching';
import { describeLastNote } from '../../../subgraphs/shared/retention/lastNote';
import { toSql } from '../../../subgraphs/shared/retention/sql';
import { id, met, openRegisters, type ImportRegisters } from './registers';

let registers: ImportRegisters;
beforeAll(async () => {
  registers = await openRegisters();
}, 60_000);
afterAll(() => registers?.close());

type Agency = Parameters<ImportRegisters['run']>[0];

const load = (agency: Agency, ...records: unknown[]) => registers.run(agency, registers.ndjson(records));
const update = (agency: Agency, records: unknown[], ...more: string[]) =>
  registers.run(agency, registers.ndjson(records), ['--update', ...more]);
const refusal = (agency: Agency, records: unknown[], ...more: string[]) =>
  registers.refusal(agency, registers.ndjson(records), ['--update', ...more]);

/** The hub's own way to write: a transaction that no import is. */
const throughHub = (agency: Agency, sql: string, ...parameters: unknown[]) =>
  registers.query(agency, sql, parameters);

async function row(
  agency: Agency,
  table: string,
  last: number,
): Promise<Record<string, unknown> | undefined> {
  const key = table === 'child' ? 'id' : 'child_id';
  return (
    await registers.query<Record<string, unknown>>(agency, `SELECT * FROM ${table} WHERE ${key} = $1`, [
      id(last),
    ])
  )[0];
}

const events = (agency: Agency, last: number): Promise<string[]> =>
  registers
    .query<{ type: string }>(agency, 'SELECT type FROM outbox WHERE child = $1 ORDER BY position', [id(last)])
    .then((rows) => rows.map(({ type }) => type));

const placed = { type: 'HVB', municipality: '0180', placedBy: '2580', since: '2026-02-01' };
const away = { id: 'e-1', abscondedAt: '2026-11-01T20:00:00Z', arrivalStage: false, abscondedFrom: '0180' };
const cared = (
  last: number,
  { caseOf = {}, ...more }: { caseOf?: object; [part: string]: unknown } = {},
) => ({
  id: id(last),
  identity: {
    names: [{ given: 'Sara', family: 'Haile', kind: 'REGISTERED' }],
    births: [],
    sex: 'FEMALE',
    phones: [],
  },
  socialCases: [
    {
      municipality: '2580',
      status: 'OPEN',
      openedOn: '2026-01-10',
      caseNumber: `S-${last}`,
      unit: 'Unga',
      ...caseOf,
    },
  ],
  ...more,
});
const applied = (last: number, more: object = {}) => ({
  id: id(last),
  dossierNumber: `12-${last}`,
  names: [{ given: 'Sara', family: 'Haile', kind: 'REGISTERED' }],
  asylumCases: [{ status: 'OPEN', decision: 'PENDING', openedOn: '2026-01-05' }],
  ...more,
});

describe('a record that changed in the agency’s own system', () => {
  test('is taken over with --update, with the events that the mutation would publish, and each once', async () => {
    await load('municipality', cared(1, { placements: [placed] }));
    expect(await events('municipality', 1)).toEqual([]);
    const later = cared(1, {
      caseOf: { unit: 'Barn' },
      placements: [
        { ...placed, until: '2026-10-01' },
        { ...placed, since: '2026-10-01', type: 'FOSTER_HOME' },
      ],
      episodes: [{ ...away, foundAt: '2026-11-03T10:00:00Z', returnedAt: '2026-11-03T12:00:00Z' }],
    });
    expect(await registers.refusal('municipality', registers.ndjson([later]))).toMatchObject([
      { line: 1, code: 'CHANGED' },
    ]);
    expect(await update('municipality', [later])).toEqual({
      imported: 0,
      changed: 1,
      unchanged: 0,
      absent: 0,
    });
    expect(await row('municipality', 'social_case', 1)).toMatchObject({ unit: 'Barn', version: 2 });
    expect(await events('municipality', 1)).toEqual(['PLACED', 'ABSCONDED', 'FOUND', 'RETURNED']);
    expect(await update('municipality', [later])).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await events('municipality', 1)).toHaveLength(4);
  });

  test('says in a dry run how many are new, changed, unchanged and absent, and changes nothing', async () => {
    await load('police', met(2), met(3), met(4));
    const file = [met(2, { nationalAlertActive: true }), met(3), met(5)];
    expect(await update('police', file, '--dry-run')).toEqual({
      imported: 1,
      changed: 1,
      unchanged: 1,
      absent: 1,
    });
    expect(await row('police', 'child', 2)).toMatchObject({ national_alert_active: false });
    expect(await row('police', 'child', 5)).toBeUndefined();
    expect(await registers.query('police', 'SELECT * FROM import_run WHERE file = $1', ['none'])).toEqual([]);
  });

  test('tells a new child’s events too, and notes who imported what, by number', async () => {
    const report = {
      reportNumber: 'K1',
      reportedAt: '2026-11-02T08:00:00Z',
      reportedBy: 'god man',
      status: 'OPEN',
    };
    await update('police', [met(6, { missingPersonReports: [report] })], '--by', 'registrator');
    expect(await events('police', 6)).toEqual(['MISSING_PERSON_REPORTED']);
    const [run] = await registers.query<object>(
      'police',
      'SELECT * FROM import_run ORDER BY id DESC LIMIT 1',
    );
    expect(run).toMatchObject({
      ordered_by: 'registrator',
      file: expect.stringMatching(/^\d+\.ndjson$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { imported: 1, changed: 0, unchanged: 0 },
    });
    expect(JSON.stringify(run)).not.toContain(id(6));
  });

  test('is the same when only the order of its members or the way to write an instant is another', async () => {
    await load('municipality', cared(7, { episodes: [{ ...away, id: 'e-7' }] }));
    const { id: reference, ...rest } = cared(7, {
      episodes: [{ ...away, id: 'e-7', abscondedAt: '2026-11-01T21:00:00+01:00' }],
    });
    expect(await update('municipality', [{ ...rest, id: reference }])).toMatchObject({
      changed: 0,
      unchanged: 1,
    });
    expect(await events('municipality', 7)).toEqual([]);
  });

  test('is refused when it is older than what was imported', async () => {
    await load('police', met(8, { updatedAt: '2026-11-20T02:00:00Z', nationalAlertActive: true }));
    const older = met(8, { updatedAt: '2026-11-19T02:00:00Z' });
    expect(await refusal('police', [older])).toMatchObject([{ line: 1, code: 'OLDER', path: 'updatedAt' }]);
    expect(await update('police', [met(8, { updatedAt: '2026-11-21T02:00:00Z' })])).toMatchObject({
      changed: 1,
    });
  });
});

describe('what a child was ever known by', () => {
  test('stays in an identity that serves comparison, and is searched by beside the new', async () => {
    await load('municipality', cared(20));
    const names = [{ given: 'Sarah', family: 'Hayle', kind: 'REGISTERED' }];
    const identity = {
      names,
      births: [{ year: 2011, kind: 'STATED' }],
      sex: 'FEMALE',
      phones: ['070-1740601'],
    };
    await update('municipality', [cared(20, { identity })]);
    const held = (await row('municipality', 'child', 20)) as { identity: never; search_keys: string[] };
    expect(held.identity).toMatchObject({
      names: [...names, { given: 'Sara', family: 'Haile', kind: 'ALIAS' }],
      phones: ['070-1740601'],
    });
    expect(held.search_keys.toSorted()).toEqual([...searchKeys(held.identity)].sort());
  });

  test('stays as claims at the Migration Agency: names, and the registered day of birth before', async () => {
    await load('migration', applied(21, { birthDate: '2010-01-01' }));
    const names = [{ given: 'Sarah', family: 'Hayle', kind: 'REGISTERED' }];
    await update('migration', [applied(21, { birthDate: '2009-06-01', names })]);
    const claims = await registers.query(
      'migration',
      'SELECT given, kind FROM name_claim WHERE child_id = $1 ORDER BY id',
      [id(21)],
    );
    expect(claims).toEqual([
      { given: 'Sara', kind: 'ALIAS' },
      { given: 'Sarah', kind: 'REGISTERED' },
    ]);
    const births = await registers.query(
      'migration',
      'SELECT date::text, kind FROM birth_date_claim WHERE child_id = $1',
      [id(21)],
    );
    expect(births).toEqual([{ date: '2010-01-01', kind: 'REGISTERED' }]);
    expect(await row('migration', 'child', 21)).toMatchObject({
      identity: { births: [{ date: '2009-06-01' }, { date: '2010-01-01' }] },
    });
  });
});

describe('what was changed through the hub since', () => {
  test('stays when the file does not know of it, and what only the file changed is taken over beside it', async () => {
    await load('municipality', cared(30, { episodes: [{ ...away, id: 'e-30' }] }));
    await throughHub(
      'municipality',
      `UPDATE absconding_episode SET returned_at = '2026-11-05T10:00:00Z' WHERE id = 'e-30'`,
    );
    await throughHub(
      'municipality',
      `INSERT INTO placement (child_id, type, municipality, placed_by, since) VALUES ($1, 'HVB', '0180', '2580', '2026-11-05')`,
      id(30),
    );
    const file = [cared(30, { episodes: [{ ...away, id: 'e-30', presumedCause: 'OTHER' }] })];
    expect(await update('municipality', file)).toMatchObject({ changed: 1 });
    expect(await row('municipality', 'absconding_episode', 30)).toMatchObject({
      returned_at: new Date('2026-11-05T10:00:00Z'),
      presumed_cause: 'OTHER',
    });
    expect(await row('municipality', 'placement', 30)).toMatchObject({ type: 'HVB' });
    expect(await events('municipality', 30)).toEqual([]);
  });

  test('is a conflict with its line where the file says something third, until somebody decides', async () => {
    await load('municipality', cared(31), cared(32, { episodes: [{ ...away, id: 'e-32' }] }));
    await throughHub('municipality', `UPDATE absconding_episode SET found_by = 'POLICE' WHERE id = 'e-32'`);
    const file = [
      cared(31, { caseOf: { unit: 'Barn' } }),
      cared(32, { episodes: [{ ...away, id: 'e-32', foundBy: 'NGO' }] }),
    ];
    expect(await refusal('municipality', file)).toMatchObject([
      { line: 2, code: 'CONFLICT', path: 'absconding_episode.found_by' },
    ]);
    expect(await row('municipality', 'social_case', 31)).toMatchObject({ unit: 'Unga' });
    const decided: unknown[] = [];
    await registers.run('municipality', registers.ndjson(file), ['--update', '--on-conflict', 'hub'], {
      onDecided: (conflict) => decided.push(conflict),
    });
    expect(decided).toMatchObject([{ line: 2, path: 'absconding_episode.found_by' }]);
    expect(await row('municipality', 'social_case', 31)).toMatchObject({ unit: 'Barn' });
    expect(await row('municipality', 'absconding_episode', 32)).toMatchObject({ found_by: 'POLICE' });
    // The next file still says so: nobody has changed anything since.
    const next = [cared(32, { episodes: [{ ...away, id: 'e-32', foundBy: 'NGO', presumedCause: 'OTHER' }] })];
    expect(await update('municipality', next)).toMatchObject({ changed: 1 });
    const last = [cared(32, { episodes: [{ ...away, id: 'e-32', foundBy: 'SELF' }] })];
    expect(await refusal('municipality', last)).toMatchObject([{ code: 'CONFLICT' }]);
    await update('municipality', last, '--on-conflict', 'file');
    expect(await row('municipality', 'absconding_episode', 32)).toMatchObject({ found_by: 'SELF' });
  });

  test('does not come back when it was erased, and is not doubled by the file’s own', async () => {
    const old = { ...placed, since: '2019-01-01', until: '2019-06-01' };
    await load('municipality', cared(33, { placements: [old] }));
    await throughHub('municipality', 'DELETE FROM placement WHERE child_id = $1', id(33));
    await update('municipality', [cared(33, { placements: [old], caseOf: { unit: 'Barn' } })]);
    expect(await row('municipality', 'placement', 33)).toBeUndefined();
    await throughHub(
      'municipality',
      `INSERT INTO absconding_episode (id, child_id, absconded_at, arrival_stage, absconded_from)
       VALUES ('hub-33', $1, '2026-11-10T20:00:00Z', false, '0180')`,
      id(33),
    );
    const doubled = [cared(33, { placements: [old], episodes: [{ ...away, id: 'own-33' }] })];
    expect(await refusal('municipality', doubled)).toMatchObject([
      { line: 1, code: 'CONFLICT', path: 'absconding_episode' },
    ]);
  });

  test('keeps what it leans on', async () => {
    await load('municipality', cared(34, { episodes: [{ ...away, id: 'e-34' }] }));
    await throughHub(
      'municipality',
      `INSERT INTO informed (child_id, episode_id, receiver, sender, subject, informed_at)
       VALUES ($1, 'e-34', 'GUARDIAN', 'SOCIAL_SERVICES', 'ABSCONDING', '2026-11-02T10:00:00Z')`,
      id(34),
    );
    expect(await refusal('municipality', [cared(34)])).toMatchObject([
      { line: 1, code: 'CONFLICT', path: 'absconding_episode' },
    ]);
    expect(await row('municipality', 'informed', 34)).toBeDefined();
  });

  test('brings a child that the hub registered together with the agency’s own record', async () => {
    await throughHub(
      'police',
      `INSERT INTO child (id, identity, search_keys) VALUES ($1, $2, '{}')`,
      id(35),
      JSON.stringify({
        names: [{ given: null, family: null, full: 'Reza', kind: 'STATED' }],
        births: [],
        sex: null,
        phones: [],
      }),
    );
    expect(await registers.refusal('police', registers.ndjson([met(35)]))).toMatchObject([
      { code: 'IN_REGISTER' },
    ]);
    expect(await update('police', [met(35, { suspectedVictim: true })])).toMatchObject({
      imported: 0,
      changed: 1,
    });
    expect(await row('police', 'child', 35)).toMatchObject({
      suspected_victim: true,
      identity: { names: [{ full: 'Ali Reza' }, { full: 'Reza' }], sex: 'MALE' },
    });
  });
});

test('nothing is written when the register refuses one, and each refused line is told', async () => {
  await load('migration', applied(40), applied(41), applied(42));
  const taken = (last: number) => applied(last, { dossierNumber: '12-40' });
  expect(
    await refusal('migration', [applied(40, { citizenship: 'ERI' }), taken(41), taken(42)]),
  ).toMatchObject([
    { line: 2, code: 'REFUSED_BY_REGISTER' },
    { line: 3, code: 'REFUSED_BY_REGISTER' },
  ]);
  expect(await row('migration', 'child', 40)).toMatchObject({ citizenship: 'XXX' });
});

test('an interruption while changes are written leaves everything as it was, and the next run does it', async () => {
  const children = Array.from({ length: 1_200 }, (_, index) => 5_000 + index);
  await load('police', ...children.map((last) => met(last)));
  const changed = registers.ndjson(children.map((last) => met(last, { nationalAlertActive: true })));
  const interruption = new AbortController();
  let batches = 0;
  const stopped = registers.run('police', changed, ['--update'], {
    signal: interruption.signal,
    onProgress: (_, part) => {
      if (part === 1 && (batches += 1) === 3) interruption.abort(new Error('enough'));
    },
  });
  await expect(stopped).rejects.toThrow('enough');
  const alerts = 'SELECT count(*)::int AS n FROM child WHERE national_alert_active AND id > $1';
  expect(await registers.query('police', alerts, [id(4_999)])).toEqual([{ n: 0 }]);
  expect(await registers.run('police', changed, ['--update'])).toMatchObject({ changed: 1_200 });
  expect(await registers.query('police', alerts, [id(4_999)])).toEqual([{ n: 1_200 }]);
});

test('a child that goes takes with it what was noted for the next import', async () => {
  await load('municipality', cared(50, { episodes: [{ ...away, id: 'e-50' }] }));
  await throughHub('municipality', `UPDATE absconding_episode SET found_by = 'POLICE' WHERE id = 'e-50'`);
  await throughHub('municipality', 'DELETE FROM child WHERE id = $1', id(50));
  expect(await row('municipality', 'changed_since_import', 50)).toBeUndefined();
});

test('being imported again and again keeps nothing longer: it is no note about the child', async () => {
  const closed = { status: 'CLOSED', openedOn: '2015-01-10', closedOn: '2016-02-01' };
  await load('municipality', cared(51, { caseOf: closed }));
  await update('municipality', [cared(51, { caseOf: { ...closed, unit: 'Barn' } })]);
  const client = new Client({ connectionString: registers.urls.municipality });
  await client.connect();
  try {
    const lastNote = await describeLastNote(toSql(client));
    const { rows } = await client.query(
      `SELECT (${lastNote} AT TIME ZONE 'UTC')::text AS last FROM child r WHERE id = $1`,
      [id(51)],
    );
    expect(rows).toEqual([{ last: expect.stringMatching(/^2016-0[12]/) }]);
  } finally {
    await client.end();
  }
});
