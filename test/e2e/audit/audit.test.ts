import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Inclusion } from '../../../gateway/audit/auditLog';
import { projectFolder } from '../../../schema/files';
import { toPublicKey } from '../../../schema/protocol/signing';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { isIncluded } from '../../gateway/audit/referenceTree';
import { createTestHub, type HubAnswer, type TestHub } from '../../harness/hub';
import { askStory } from '../stories/askStory';
import { openHubLogs, type HubLogs } from './openHubLogs';

const now = new Date();
const worker = { role: 'SOCIAL_WORKER', municipality: '2580', purpose: 'CASE_WORK' } as const;
const jour = { role: 'SOCIAL_EMERGENCY', municipality: '0180', purpose: 'IDENTIFICATION' } as const;
const childId = storyChildId('open-case');
const childQuery = `query ($id: ID!) { child(id: $id) {
  names { given } placement { type } guardianship { kind } missingPersonReport { status }
  absconding { absconded } responsibility(foundIn: "0180") { rule }
} }`;

let hub: TestHub;
let logs: HubLogs;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(now), env: { AGENCY_TIMEOUT_MS: '400' } });
  logs = await openHubLogs(hub);
}, 60_000);
afterAll(async () => {
  await logs?.close();
  await hub?.close();
});

const identify = (dossierNumber: string, asker: Parameters<typeof askStory>[1]['asker'] = jour) =>
  askStory(hub, { asker, criteria: { dossierNumber }, foundIn: '0180' }, now);
const askChild = () => hub.ask(worker, childQuery, { id: childId });
const proofOf = ({ text }: HubAnswer): Inclusion =>
  (JSON.parse(text) as { extensions: { audit: Inclusion } }).extensions.audit;
/** The entry that an answer's proof is about. */
const entryOf = async (answer: HubAnswer): Promise<Record<string, unknown>> =>
  (
    await logs.query('audit', 'SELECT * FROM audit.entry WHERE leaf_index = $1', [proofOf(answer).leafIndex])
  )[0]!;
const disclosuresOf = async (log: (typeof agencySubgraphs)[number], operationId: unknown) =>
  logs.query(log, 'SELECT * FROM disclosure WHERE operation_id = $1 ORDER BY id', [operationId]);
const refuse = (): Promise<never> => Promise.reject(new Error('connect ECONNREFUSED'));

test('an answer about a child carries the proof of its entry', async () => {
  const { leafHash, leafIndex, treeSize, proof, rootHash, logId } = proofOf(
    await identify('12-410001', worker),
  );
  const [row] = await logs.query('audit', 'SELECT leaf_hash FROM audit.entry WHERE leaf_index = $1', [
    leafIndex,
  ]);
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  expect(bytes(leafHash)).toEqual(row!['leaf_hash']);
  expect(isIncluded(bytes(leafHash), leafIndex, treeSize, proof.map(bytes), bytes(rootHash))).toBe(true);
  expect(bytes(logId)).toHaveLength(32);
});

test('an answer about nobody is proved in the same members, and one about no person has no proof', async () => {
  const [found, nobody, hidden] = [
    await identify('12-410001'),
    await identify('99-999999'),
    await identify('12-410009'),
  ];
  expect(Object.keys(proofOf(nobody))).toEqual(Object.keys(proofOf(found)));
  expect(Object.keys(proofOf(hidden))).toEqual(Object.keys(proofOf(found)));
  const directory = await hub.ask(worker, '{ dutyContacts(municipality: "0180") { name } }');
  expect(JSON.parse(directory.text)).not.toHaveProperty('extensions');
});

test('each agency notes who was given which fields about whom, and no value', async () => {
  const answer = await askChild();
  const { operation_id } = await entryOf(answer);
  const rows = (await disclosuresOf('migration', operation_id)).map(({ asked, children, fields, ...row }) => {
    expect(row).toMatchObject({ role: 'SOCIAL_WORKER', purpose: 'CASE_WORK', case_reference: 'TEST-1' });
    expect(row['assertion_hash']).toMatch(/^[0-9a-f]{64}$/);
    return { asked, children, fields };
  });
  expect(rows).toEqual([
    {
      asked: ['Query._entities', 'Query.migrationAccessFacts'],
      children: [childId],
      fields: expect.arrayContaining(['AccessFacts.related', 'Child.names']),
    },
  ]);
  const [given] = answer.data.child.names[0].given.split(' ');
  expect(JSON.stringify(rows)).not.toContain(given);
});

test('a question costs the agencies the same notes whether or not there is somebody to find', async () => {
  const count = async (dossierNumber: string): Promise<number[]> => {
    const { operation_id } = await entryOf(await identify(dossierNumber));
    return Promise.all(agencySubgraphs.map(async (name) => (await disclosuresOf(name, operation_id)).length));
  };
  const nobody = await count('99-999999');
  expect(await count('12-410009')).toEqual(nobody);
  expect(Math.min(...nobody)).toBeGreaterThan(0);
});

test('what an operation asks an agency about a child leaves one note there, and its receipt in the hub’s entry', async () => {
  hub.takeCalls();
  const { operation_id, receipts } = await entryOf(await askChild());
  const calls = hub.takeCalls();
  for (const agency of agencySubgraphs) {
    expect(calls.filter((name) => name === agency).length).toBeGreaterThan(1);
    const rows = await disclosuresOf(agency, operation_id);
    expect(rows).toHaveLength(1);
    const noted = (receipts as string[]).filter((receipt) => receipt.startsWith(`${agency}:`));
    expect(noted).toEqual(rows.map(({ hash }) => `${agency}:${(hash as Buffer).toString('base64url')}`));
  }
});

test('what an agency denies is not among what it notes as given', async () => {
  const query = 'query ($id: ID!) { child(id: $id) { sex placement { type } } }';
  const answer = await hub.ask({ role: 'BORDER_POLICE', purpose: 'IDENTIFICATION' }, query, { id: childId });
  const { operation_id } = await entryOf(answer);
  const given = (await disclosuresOf('municipality', operation_id)).flatMap(
    ({ fields }) => fields as string[],
  );
  expect(given).not.toContain('Child.placement');
});

test('an agency that cannot note what it gives out gives out nothing', async () => {
  await logs.query('police', 'ALTER TABLE disclosure RENAME TO hidden');
  // The first operation notes at its end that it cannot be noted; from then on the agency is missed where it is asked.
  const [first, second] = [await identify('12-410001', worker), await identify('12-410001', worker)];
  await logs.query('police', 'ALTER TABLE hidden RENAME TO disclosure');
  const again = await identify('12-410001', worker);
  for (const { data, errors } of [first, second]) {
    expect(data ?? null).toBeNull();
    expect(errors[0]!.extensions).toMatchObject({ code: 'AGENCY_UNAVAILABLE', agencies: ['POLICE'] });
  }
  expect(await entryOf(first)).toMatchObject({ outcome: 'FAILED' });
  expect((await entryOf(first))['receipts']).toContain('police:silent');
  expect(again.data.identify.outcome).toBe('UNIQUE_MATCH');
});

test('an agency that answers after the hub has stopped waiting is counted as late', async () => {
  const before = (await logs.verify()).reconciliation.late;
  await logs.query('police', 'BEGIN');
  await logs.query('police', 'LOCK TABLE child');
  const { errors } = await identify('12-410001', worker);
  await logs.query('police', 'ROLLBACK');
  expect(errors[0]!.extensions).toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
  let late = before;
  for (let turn = 0; turn < 100 && late === before; turn += 1) {
    await pause(20);
    late = (await logs.verify()).reconciliation.late;
  }
  expect(late).toBeGreaterThan(before);
});

describe('after refusals, faults and answers', () => {
  beforeAll(async () => {
    for (const number of ['12-410001', '12-410002', '12-410009', '12-410015', '99-999999']) {
      await identify(number);
      await identify(number, worker);
    }
    await askChild();
    await hub.ask({ ...worker, purpose: 'ALIEN_CONTROL' }, childQuery, { id: childId });
    await hub.ask({ role: 'NGO_WORKER', purpose: 'REPORTING' }, childQuery, { id: childId });
    await identify('1');
    hub.disturb('guardianship', refuse);
    await identify('12-410001', worker);
    await askChild();
    hub.disturb('guardianship', null);
  });

  test('the hub’s log is whole and agrees with the agencies’ own', async () => {
    const { findings, log, reconciliation } = await logs.verify();
    expect(findings.all).toEqual([]);
    expect(log.entries).toBeGreaterThan(15);
    expect(reconciliation.disclosures).toBeGreaterThan(60);
    expect(reconciliation.underWay).toBe(0);
  });

  test('an operation taken out of the hub’s log is missed by every agency that answered in it', async () => {
    const { operation_id, leaf_index } = await entryOf(await askChild());
    const findings = await logs.without('audit', `operation_id = '${operation_id as string}'`);
    expect(findings.filter(({ kind }) => kind !== 'UNKNOWN_TO_HUB')).toEqual([
      expect.objectContaining({ kind: 'TRUNCATED', leafIndex: Number(leaf_index) }),
    ]);
    const missed = findings.filter(({ kind }) => kind === 'UNKNOWN_TO_HUB');
    expect(new Set(missed.map(({ agency }) => agency))).toEqual(new Set(agencySubgraphs));
    expect(missed.every(({ operationId }) => operationId === operation_id)).toBe(true);
  });

  test.each(agencySubgraphs)('any row taken out of the log of %s is missed by the hub', async (agency) => {
    const { operation_id, leaf_index } = await entryOf(await askChild());
    for (const { id } of await disclosuresOf(agency, operation_id)) {
      expect(await logs.without(agency, `id = ${id as string}`)).toEqual([
        expect.objectContaining({
          kind: 'NOT_IN_AGENCY_LOG',
          agency,
          operationId: operation_id,
          leafIndex: Number(leaf_index),
        }),
      ]);
    }
  });

  test('a changed row of an agency’s log is found', async () => {
    const { operation_id } = await entryOf(await askChild());
    const [row] = await disclosuresOf('municipality', operation_id);
    const set = (fields: unknown) =>
      logs.query('municipality', 'UPDATE disclosure SET fields = $1 WHERE id = $2', [fields, row!['id']]);
    await logs.query('municipality', 'ALTER TABLE disclosure DISABLE TRIGGER USER');
    await set(['Child.sex']);
    const { findings } = await logs.verify();
    await set(row!['fields']);
    await logs.query('municipality', 'ALTER TABLE disclosure ENABLE TRIGGER USER');
    expect(findings.all).toMatchObject([
      { kind: 'DISCLOSURE_EDITED', agency: 'municipality', row: row!['id'], operationId: operation_id },
    ]);
  });

  test('an answer given on a stolen assertion, past the hub, is found', async () => {
    const { operation_id, leaf_index } = await entryOf(await askChild());
    // What the agency would note: all is in order but that the hub never received it.
    await logs.query(
      'police',
      `INSERT INTO disclosure (hash, operation_id, assertion_hash, principal_id, role, purpose, case_reference, asked,
         children, fields, at)
       SELECT sha256('other'), operation_id, assertion_hash, principal_id, role, purpose, case_reference, asked,
         '{another}', fields, at FROM disclosure WHERE operation_id = $1 LIMIT 1`,
      [operation_id],
    );
    const { findings } = await logs.verify();
    await logs.query('police', 'ALTER TABLE disclosure DISABLE TRIGGER USER');
    await logs.query('police', `DELETE FROM disclosure WHERE hash = sha256('other')`);
    await logs.query('police', 'ALTER TABLE disclosure ENABLE TRIGGER USER');
    expect(findings.all).toMatchObject([
      { kind: 'NOT_RECEIVED', agency: 'police', operationId: operation_id, leafIndex: Number(leaf_index) },
    ]);
  });

  test('the logs agree still when a child’s linkage has been erased in both', async () => {
    await askChild();
    const erase = 'child = NULL, child_salt = NULL, case_reference = NULL, case_salt = NULL';
    await logs.query('audit', `UPDATE audit.entry SET ${erase} WHERE child = $1`, [childId]);
    await logs.query(
      'migration',
      `UPDATE disclosure SET children = '{}', salt = NULL, case_reference = NULL WHERE $1 = ANY(children)`,
      [childId],
    );
    const { findings, log } = await logs.verify();
    expect(findings.all).toEqual([]);
    expect(log.erased).toBeGreaterThan(0);
  });

  test('npm run audit:verify says so, and says what is broken where', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-verify-'));
    const kept = join(folder, 'kept.json');
    writeFileSync(kept, (await askChild()).text);
    const verify = () =>
      spawnSync(
        process.execPath,
        ['-r', '@swc-node/register', 'gateway/audit/verify.ts', '--checkpoint', kept],
        {
          cwd: projectFolder(),
          encoding: 'utf8',
          env: {
            PATH: process.env['PATH'],
            // Databases without an address are looked for there, not where somebody tries the hub out.
            DATA_DIR: folder,
            GATEWAY_VERIFY_KEY: toPublicKey(hub.signingKey),
            ...Object.fromEntries(
              ['audit', ...agencySubgraphs].map((name) => [
                `DATABASE_URL_${name.toUpperCase()}`,
                hub.databases[name as 'audit'].url,
              ]),
            ),
          },
        },
      );
    const whole = verify();
    expect(whole.stderr).toBe('');
    expect(whole.stdout).toContain('The log is whole.');
    expect(whole.status).toBe(0);
    await logs.query('audit', 'ALTER TABLE audit.entry DISABLE TRIGGER USER');
    await logs.query('audit', `UPDATE audit.entry SET outcome = 'DENIED' WHERE leaf_index = 3`);
    const broken = verify();
    expect(broken.stdout).toMatch(/BROKEN EDITED: entry 3 was changed.*\n[^]*The log is NOT whole\./);
    expect(broken.status).toBe(1);
    rmSync(folder, { recursive: true });
  }, 60_000);
});
