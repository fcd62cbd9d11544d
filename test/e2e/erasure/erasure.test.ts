import { Client } from 'pg';
import { eraseEverywhere } from '../../../gateway/keeping/eraseEverywhere';
import { openPlaces } from '../../../gateway/keeping/places';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../subgraphs/demo/loadWorld';
import { liftHold, placeHold } from '../../../subgraphs/shared/retention/legalHold';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import type { Asker, TestHub } from '../../harness/hub';
import { createMarkedWorld } from '../leakHunt/markers';
import { childIdOf, dossierOf, ownGuardian, ownMunicipality, situations } from '../matrix/matrixWorld';
import { startReceiver, type Receiver } from '../updates/receiver';
import { happen, idsOf, subscribe, type Subscriber } from '../updates/updatesHub';
import {
  createDemoHub,
  databaseNames,
  findInFiles,
  readEverything,
  type DatabaseName,
  type DemoHub,
} from '../../harness/demoHub';

const world = createMarkedWorld(new Date());
const [bystander, victim, linked] = situations;
const child = childIdOf(victim!);
const said = [
  'Qzxsaidaaaxzq',
  'Qzxsaidbbbxzq',
  'Qzxsaidcccxzq',
  'Qzxsaiddddxzq',
  'Qzxsaideeexzq',
  'Qzxsaidfffxzq',
];
const ownCase = 'QZXCASE-17';
/** Everything that leads to the child: its reference and numbers, every column's marker, what was said and asked. */
const words = [
  child,
  dossierOf(victim!),
  opaqueId('matrix-episode', victim!.name),
  opaqueId('matrix-found', victim!.name),
  ...world.markers.filter(({ situation }) => situation === victim).map(({ text }) => text),
  ...said,
  ownCase,
];

const worker: Asker = {
  role: 'SOCIAL_WORKER',
  municipality: ownMunicipality,
  sub: 'w',
  purpose: 'CASE_WORK',
};
const system: Asker = { role: 'INTEGRATOR', municipality: ownMunicipality, sub: 's', purpose: 'CASE_WORK' };
const jour: Asker = { role: 'SOCIAL_EMERGENCY', municipality: '0180', sub: 'j', purpose: 'IDENTIFICATION' };
const police: Asker = { role: 'POLICE_INVESTIGATOR', sub: 'p', purpose: 'PROTECTION' };
const guardian: Asker = { role: 'GUARDIAN', sub: ownGuardian, purpose: 'GUARDIANSHIP' };
const inOwnCase = (asker: Asker): Asker => ({ ...asker, caseReference: ownCase });

let hub: DemoHub;
let receiver: Receiver;
let subscriber: Subscriber;
beforeAll(async () => {
  hub = await createDemoHub();
  await loadWorld(hub.urls, world.children);
  const key = await (await fetch(`${hub.program.address}/webhook-key`)).text();
  receiver = await startReceiver(key);
  receiver.answer(({ subject }) => (subject === child ? 422 : 204));
}, 300_000);
afterAll(async () => {
  subscriber?.leave();
  await receiver?.close();
  await hub?.remove();
});

const address = () => ({ address: hub.program.address, issuer: hub.issuer });
const databases = new Proxy({} as TestHub['databases'], {
  get: (_, name) => ({ url: hub.urls[name as 'police'] }),
});
/** The rows in which no word stood, before the erasure. */
let before: Map<string, string[]>;
/** A place in the log of events that lies before those that are erased. */
let cursorBefore: string;

/** Its rounds are minutes apart: what it would keep is put there for it. */
async function watchAsTheDutyClock(): Promise<void> {
  const client = new Client({ connectionString: hub.urls.identification });
  await client.connect();
  await client.query('INSERT INTO duty_watch (child, next_at) VALUES ($1, now())', [child]);
  await client.query(`INSERT INTO duty_event (child, mark, raised_at) VALUES ($1, 'm', now())`, [child]);
  await client.end();
}

/** Of duties that this child does not have now. */
async function careWasReviewed(): Promise<void> {
  const client = new Client({ connectionString: hub.urls.municipality });
  await client.connect();
  await client.query(
    `INSERT INTO care_review (child_id, reviewed_on, kind, outcome, reviewed_by)
     VALUES ($1, current_date, 'CONSIDERED', 'CONTINUES', 'w')`,
    [child],
  );
  await client.query(
    `INSERT INTO duty_taken (child_id, kind, due_at, owner, taken_at, taken_by, role, case_reference)
     VALUES ($1, 'RISK_FOLLOW_UP', now(), 'SOCIAL_WORKER', now(), 'w', 'SOCIAL_WORKER', $2)`,
    [child, ownCase],
  );
  await client.end();
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape
async function change(asker: Asker, name: string, input: object, fields = 'id'): Promise<any> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const text = `mutation ($input: ${type}) { ${name}(input: $input, idempotencyKey: "key-${name}") { ${fields} } }`;
  const { data, errors } = await hub.ask(asker, text, { input });
  expect(errors).toBeUndefined();
  return data[name];
}
const identify = async (asker: Asker, situation = victim!): Promise<string> => {
  const text = `query ($d: String!) { identify(criteria: { dossierNumber: $d }, foundIn: "0180") { outcome child { id } } }`;
  const { data } = await hub.ask(asker, text, { d: dossierOf(situation) });
  return data.identify.outcome;
};
/** Per table of each database the rows, parted into those in which a word stands and the others. */
async function hunt(): Promise<{ found: string[]; others: Map<string, string[]> }> {
  const found: string[] = [];
  const others = new Map<string, string[]>();
  for (const name of databaseNames) {
    for (const [table, rows] of await readEverything(hub.urls[name])) {
      const hits = rows.filter((row) => words.some((word) => row.includes(word)));
      if (hits.length > 0) found.push(`${name} ${table}`);
      others.set(
        `${name} ${table}`,
        rows.filter((row) => !hits.includes(row)),
      );
    }
  }
  return { found, others };
}
/** Waits for what the hub does by itself. */
const until = async (database: DatabaseName, condition: string): Promise<void> => {
  const client = new Client({ connectionString: hub.urls[database] });
  await client.connect();
  try {
    const met = async (): Promise<boolean> =>
      (await client.query(`SELECT FROM ${condition} LIMIT 1`)).rowCount === 1;
    for (let waited = 0; !(await met()); waited += 100) {
      if (waited > 60_000) throw new Error(`never: ${condition}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await client.end();
  }
};
/** Registers, grants and logs: what nobody changes while nobody asks. */
const isStill = (place: string): boolean =>
  !/ (pg_catalog|duty_clock)\.|\.(outbox|erasure|legal_hold|migrations|duty_\w+|webhook|reading_watch|log|search_budget|failed_search|linked_child|disclosure|child_link)$/.test(
    place,
  );

test('a child about whom everything was done is in every database', async () => {
  subscriber = await subscribe(address(), system);
  await change(system, 'registerWebhook', { url: receiver.url });
  // From there on it is told what happens.
  await until('identification', 'webhook WHERE cursor IS NOT NULL');
  expect(await identify(jour)).toBe('UNIQUE_MATCH');
  expect(await identify(inOwnCase(jour))).toBe('UNIQUE_MATCH');
  expect(await identify(jour, bystander)).toBe('UNIQUE_MATCH');
  await hub.ask(
    inOwnCase(worker),
    `{ child(id: "${child}") { names { given } placement { type } guardianship { kind } } }`,
  );
  await change({ role: 'NGO_WORKER', sub: 'n', purpose: 'REPORTING' }, 'submitConcern', {
    ...{ municipality: ownMunicipality, child, text: `Oro: ${said[0]}`, whereabouts: said[0] },
  });
  const { reportNumber } = await change(
    guardian,
    'fileMissingPersonReport',
    { child, form: { givenName: said[1], familyName: said[1], abscondedAt: new Date(Date.now() - 864e5) } },
    'reportNumber',
  );
  words.push(reportNumber as string);
  // Who comes later adds to the report there is.
  await change(
    { ...worker, caseReference: ownCase },
    'fileMissingPersonReport',
    { child, form: { givenName: said[5], familyName: said[5], abscondedAt: new Date(Date.now() - 864e5) } },
    'reportNumber',
  );
  await careWasReviewed();
  await change(worker, 'recordConsent', {
    ...{ child, givenBy: 'BOTH', rows: ['migration.asylumDecision'], toAgency: 'MUNICIPALITY' },
  });
  await change(police, 'requestDisclosure', {
    child,
    fields: ['Placement.address'],
    reason: `Behövs: ${said[2]}`,
  });
  const glass = await change(police, 'breakGlass', {
    child,
    fields: ['RiskAssessment.items'],
    reason: `Fara för livet: ${said[3]}`,
  });
  words.push(glass.id as string);
  await change(worker, 'linkChildren', {
    ...{
      child,
      other: childIdOf(linked!),
      reason: `Samma barn: ${said[4]}`,
      evidence: ['IDENTITY_DOCUMENT'],
    },
  });
  await happen({ databases }, 'police', 'FOUND', child);
  cursorBefore = (await subscriber.until(1))[0]!.data.caseUpdates.cursor as string;
  await watchAsTheDutyClock();
  await until('identification', `dead_letter WHERE child = '${child}'`);
  const { found, others } = await hunt();
  before = others;
  expect(found).toEqual(
    expect.arrayContaining([
      ...agencySubgraphs.flatMap((name) => [`${name} public.child`, `${name} public.disclosure`]),
      ...['concern', 'placement', 'absconding_episode', 'care_review', 'duty_taken'].map(
        (table) => `municipality public.${table}`,
      ),
      ...['missing_person_report', 'report_supplement', 'outbox', 'attempt'].map(
        (table) => `police public.${table}`,
      ),
      'guardianship public.guardianship',
      ...['identification', 'consent', 'disclosure_request', 'break_glass', 'child_link', 'linked_child'].map(
        (table) => `identification public.${table}`,
      ),
      ...['duty_watch', 'duty_event', 'dead_letter'].map((table) => `identification public.${table}`),
      'audit audit.entry',
    ]),
  );
  expect(found.some((place) => place.startsWith('events events.event'))).toBe(true);
}, 300_000);

test('a hold keeps it, and the dry run of retention names nobody', async () => {
  const places = openPlaces({ DATA_DIR: hub.folder });
  const now = new Date();
  try {
    const sql = (await places.open('police'))!;
    const hold = { child, caseReference: null, reason: 'åtal', by: 'r', reviewOn: '2099-01-01' };
    const id = await placeHold(sql, hold, now);
    const order = { child, by: 'r', reason: '1', now };
    const [erased] = await eraseEverywhere(places, ['police'], order, false);
    expect(erased).toMatchObject({ held: true, counts: {} });
    await liftHold(sql, id, { by: 'r', reason: 'friad' }, now);
  } finally {
    await places.close();
  }
  const { code, output } = await hub.command('gateway/keeping/retention.ts', '--dry-run');
  expect(output).toContain('SOL_16_1');
  expect(code).toBe(0);
  expect(words.filter((word) => output.includes(word))).toEqual([]);
}, 300_000);

test('erased by order, nothing of it is in any column of any table, and the others are as they were', async () => {
  const order = [
    '--child',
    child,
    '--agency',
    'all',
    '--by',
    'registrator',
    '--reason',
    'dnr 2026-88',
    '--wipe',
  ];
  const { code, output } = await hub.command('gateway/keeping/erase.ts', ...order);
  expect({ code, output }).toMatchObject({ code: 0 });
  const { found, others } = await hunt();
  expect(found).toEqual([]);
  for (const [place, rows] of others) {
    if (!isStill(place)) continue;
    const kept = new Set(rows);
    expect({ place, gone: before.get(place)!.filter((row) => !kept.has(row)) }).toEqual({ place, gone: [] });
  }
  expect(hub.program.output.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);
}, 300_000);

test('the hub goes on: nobody is found, updates come, and a cursor leads over what is gone', async () => {
  expect(await identify(jour)).toBe('NO_UNIQUE_MATCH');
  expect(await identify(jour, bystander)).toBe('UNIQUE_MATCH');
  const told = subscriber.updates.length;
  const id = await happen({ databases }, 'police', 'FOUND', childIdOf(bystander!));
  expect(idsOf(await subscriber.until(told + 1)).at(-1)).toBe(id);
  const again = await subscribe(address(), system, { after: cursorBefore });
  for (let count = 1; !idsOf(await again.until(count)).includes(id); count += 1);
  again.leave();
}, 240_000);

test('stopped, no file but the write-ahead log holds a byte of it, and the logs are whole', async () => {
  subscriber.leave();
  await hub.program.stop();
  const verified = await hub.command('gateway/audit/verify.ts');
  expect(verified.output).toContain('The log is whole.');
  expect(verified.code).toBe(0);
  const files = findInFiles(
    hub.folder,
    words.filter((word) => word !== child),
  );
  expect(files.filter((path) => !path.includes('pg_wal'))).toEqual([]);
}, 300_000);
