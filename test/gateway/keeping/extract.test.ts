import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Extract, Receiver } from '../../../gateway/keeping/extracts/extract';
import { makeExtract } from '../../../gateway/keeping/extracts/makeExtract';
import { holdingOf } from '../../../gateway/keeping/extracts/holdingOf';
import { openPlaces, places, type OpenPlaces, type Place } from '../../../gateway/keeping/places';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import { createMarkedWorld } from '../../e2e/leakHunt/markers';
import { openHubLogs, type HubLogs } from '../../e2e/audit/openHubLogs';
import { childIdOf, ownMunicipality, situations } from '../../e2e/matrix/matrixWorld';
import { runCommand } from '../../harness/demoHub';
import { createTestHub, type TestHub } from '../../harness/hub';

const world = createMarkedWorld(new Date());
const [, ours, other] = situations;
const child = childIdOf(ours!);
const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-extract-'));

let hub: TestHub;
let logs: HubLogs;
let databases: OpenPlaces;
beforeAll(async () => {
  hub = await createTestHub({ children: world.children });
  logs = await openHubLogs(hub);
  const names = [...agencySubgraphs, 'identification', 'audit'] as const;
  const urls = names.map((name) => [`DATABASE_URL_${name.toUpperCase()}`, hub.databases[name].url]);
  databases = openPlaces({ DATA_DIR: folder, ...Object.fromEntries(urls) });
}, 240_000);
afterAll(async () => {
  await databases?.close();
  await logs?.close();
  await hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

const make = (agency: Place, receiver: Receiver = 'child', reference = child): Promise<boolean> =>
  makeExtract(databases, {
    ...{ agency, child: reference, receiver, folder: join(folder, `${agency}-${receiver}`) },
    ...{ by: 'r', reason: '7', now: new Date(), hubKey: () => hub.signingKey },
  });
const text = (agency: Place, file: string, receiver = 'child'): string =>
  readFileSync(join(folder, `${agency}-${receiver}`, file), 'utf8');
/** The columns of the child whose marker stands in a text, and of anybody else. */
const markersIn = (content: string) => world.markers.filter((marker) => content.includes(marker.text));

test('each agency tells the child what it holds and may show, by machine and by eye, and of nobody else', async () => {
  const asker = { role: 'SOCIAL_WORKER', municipality: ownMunicipality, purpose: 'CASE_WORK' } as const;
  await hub.ask(
    asker,
    `{ child(id: "${child}") { names { given } placement { type } guardianship { kind } } }`,
  );
  for (const agency of agencySubgraphs) {
    expect(await make(agency)).toBe(true);
    const json = text(agency, 'extract.json');
    const shown = markersIn(json);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ situation }) => situation !== ours)).toEqual([]);
    expect(markersIn(text(agency, 'extract.html'))).toEqual(shown);
    const extract = JSON.parse(json) as Extract;
    expect(extract.readings.map(({ role }) => role)).toContain('SOCIAL_WORKER');
    expect(extract.kept.length).toBeGreaterThan(0);
    expect(json).not.toContain('demo-social');
    expect(text(agency, 'extract.html')).not.toContain('ej prövat');
    expect(statSync(join(folder, `${agency}-child`, 'extract.json')).mode & 0o077).toBe(0);
  }
  const places = markersIn(text('municipality', 'extract.json')).map(({ place }) => place);
  expect(places).toContain('Placement.address');
  expect(markersIn(text('police', 'extract.json')).map(({ place }) => place)).toContain(
    'MissingPersonReport.reportNumber',
  );
  const html = text('municipality', 'extract.html');
  expect(html).toContain('<section lang="sv">');
  expect(html).toContain('<section lang="en">');
});

test('what is held back is named with its rule, whether the child has it or not', async () => {
  await logs.query(
    'municipality',
    `INSERT INTO concern (id, child_id, municipality, received_at, urgent, text, about, reported_by, reporter_role,
       reporter_agency) VALUES ('c', $1, '0180', now(), false, 'secret-words', '{}', 'secret-reporter', 'NGO_WORKER', 'NGO')`,
    [child],
  );
  expect(await make('municipality')).toBe(true);
  const municipality = JSON.parse(text('municipality', 'extract.json')) as Extract;
  expect(municipality.records.map(({ table }) => table)).not.toContain('concern');
  expect(JSON.stringify(municipality)).not.toContain('secret-');
  const withheld = ({ withheld: all }: Extract): string[] => all.map(({ field }) => field);
  const police = JSON.parse(text('police', 'extract.json')) as Extract;
  expect(police.withheld).toContainEqual(
    expect.objectContaining({ field: 'MissingPersonReport.reportedBy', secrecy: 'OSL_35_20' }),
  );
  expect(JSON.stringify(police.records)).not.toContain('suspected_offender');
  expect(withheld(police)).toContain('child.suspected_offender');
  expect(await make('police', 'child', childIdOf(other!))).toBe(true);
  expect(withheld(JSON.parse(text('police', 'extract.json')) as Extract)).toEqual(withheld(police));
});

test('a guardian gets it, unless the board keeps the child’s circumstances from guardians', async () => {
  expect(await make('municipality', 'guardian')).toBe(true);
  await logs.query('guardianship', 'UPDATE child SET secret_from_guardian = true WHERE id = $1', [child]);
  for (const agency of agencySubgraphs) await expect(make(agency, 'guardian')).rejects.toThrow('OSL 12:3');
  await expect(make('municipality', 'guardian', randomUUID())).rejects.toThrow('does not hold the child');
  expect(await make('municipality', 'child', randomUUID())).toBe(false);
  expect(await make('municipality')).toBe(true);
});

test('no column is left that nobody has judged, and none of the hub’s tables that name a child', async () => {
  for (const place of places) {
    const undecided = holdingOf(place).tables.flatMap(({ table, columns }) =>
      columns
        .filter(({ shown, secrecy }) => !shown && secrecy === null)
        .map(({ column }) => `${table}.${column}`),
    );
    expect({ place, undecided }).toEqual({ place, undecided: [] });
  }
  const held = await logs.query(
    'identification',
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns c WHERE table_schema = 'public'
       AND EXISTS (SELECT FROM information_schema.columns o WHERE o.table_name = c.table_name
         AND o.table_schema = 'public' AND o.column_name IN ('child', 'one', 'break_glass_id'))`,
  );
  const judged = new Set(
    holdingOf('hub').tables.flatMap(({ table, columns }) =>
      columns.map(({ column }) => `${table.replace('broken_link', 'child_link')}.${column}`),
    ),
  );
  const open = held
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !judged.has(name) && !bookkeeping.test(name));
  expect(open).toEqual([]);
});

/** What the hub counts and takes turns by, and who is one child with whom, which its links tell. */
const bookkeeping =
  /^(outbox|attempt|legal_hold|linked_child|reading_watch)[.]|[.](id|child|\w+_id|\w*(idempotency_key|fingerprint)|(decision|review)_key|replay_wanted|marks|claimed_until)$/;

test('the hub tells what it keeps itself: grants, openings, links and who asked, but of no other child', async () => {
  const worker = { role: 'SOCIAL_WORKER', municipality: ownMunicipality, purpose: 'CASE_WORK' } as const;
  const told = { caseReference: 'own-case', sub: 'secret-worker' };
  const change = async (name: string, input: object): Promise<void> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const mutation = `mutation ($input: ${type}) { ${name}(input: $input) { id } }`;
    expect(await hub.ask({ ...worker, ...told }, mutation, { input })).toMatchObject({ errors: [] });
  };
  await change('recordConsent', {
    ...{ child, givenBy: 'BOTH', rows: ['migration.asylumDecision'], toAgency: 'MUNICIPALITY' },
  });
  const police = { role: 'POLICE_INVESTIGATOR', purpose: 'PROTECTION', caseReference: 'K-secret' } as const;
  await hub.ask(
    police,
    `mutation { breakGlass(input: { child: "${child}", fields: ["RiskAssessment.items"], reason: "secret" }) { id } }`,
  );
  await logs.query(
    'identification',
    `INSERT INTO child_link (id, one, other, reason, evidence, linked_by, role, agency, case_reference, linked_at,
       unlink_reason, unlinked_by, unlinked_at) VALUES ('l', $1, $2, 'secret', '{SAME_NUMBER}', 'secret-worker',
       'SOCIAL_WORKER', 'MUNICIPALITY', 'c', now(), 'secret', 'secret-worker', now())`,
    [child, childIdOf(other!)],
  );
  expect(await make('hub')).toBe(true);
  const extract = JSON.parse(text('hub', 'extract.json')) as Extract;
  const values = Object.fromEntries(
    extract.records.flatMap(({ table, rows }) =>
      rows.flat().map(({ field, value }) => [`${table} ${field}`, value]),
    ),
  );
  expect(values).toMatchObject({
    'consent Consent.givenBy': 'BOTH',
    'consent Consent.rows': ['migration.asylumDecision'],
    'broken_link ChildLink.evidence': ['SAME_NUMBER'],
  });
  expect(extract.records.map(({ table }) => table)).not.toContain('break_glass');
  expect(extract.readings.map(({ role }) => role)).toContain('SOCIAL_WORKER');
  for (const file of ['extract.json', 'extract.html']) {
    expect(text('hub', file)).not.toContain('secret');
    expect(text('hub', file)).not.toContain(childIdOf(other!));
  }
  expect(text('hub', 'extract.html')).toContain('Samtycke');
  const [entry] = await logs.query(
    'audit',
    `SELECT principal_id, case_reference, child FROM audit.entry WHERE operation_name = 'EXTRACT_CHILD'`,
  );
  expect(entry).toEqual({ principal_id: 'r', case_reference: '7', child });
  expect(await make('hub', 'child', randomUUID())).toBe(false);
  expect((await logs.verify()).findings.all).toEqual([]);
});

test('that it was made stands in the agency’s own log, and the logs are whole', async () => {
  const rows = await logs.query(
    'municipality',
    `SELECT principal_id, case_reference, asked, children FROM disclosure WHERE role = 'EXTRACT' ORDER BY id LIMIT 1`,
  );
  expect(rows).toEqual([
    { principal_id: 'r', case_reference: '7', asked: ['Extract.child'], children: [child] },
  ]);
  expect((await logs.verify()).findings.all).toEqual([]);
  const client = new Client({ connectionString: hub.databases.municipality.url });
  await client.connect();
  await client.query('ALTER TABLE disclosure DISABLE TRIGGER USER');
  await client.query(`UPDATE disclosure SET principal_id = 'another' WHERE role = 'EXTRACT'`);
  await client.end();
  const kinds = (await logs.verify()).findings.all.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['DISCLOSURE_EDITED']));
});

test('the command makes it too, and says what is asked wrongly, with how to ask', async () => {
  const to = join(folder, 'command');
  const order = [
    '--agency',
    'police',
    '--child',
    child,
    '--for',
    'child',
    '--to',
    to,
    '--by',
    'r',
    '--reason',
    '7',
  ];
  const env = { DATABASE_URL_POLICE: hub.databases.police.url };
  expect(await runCommand('gateway/keeping/extract.ts', order, env)).toMatchObject({ code: 0 });
  expect(readFileSync(join(to, 'extract.html'), 'utf8')).toContain('Registerutdrag');
  const { code, output } = await runCommand('gateway/keeping/extract.ts', ['--agency', 'court'], {});
  expect(code).toBe(2);
  expect(output).toContain('--agency must be one of');
}, 240_000);
