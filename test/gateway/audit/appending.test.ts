import { createPublicKey, verify } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { AuditLog, Inclusion } from '../../../gateway/audit/auditLog';
import { createAuditLog } from '../../../gateway/audit/createAuditLog';
import { isIncluded } from './referenceTree';
import { anEntry, createTestLog, type TestLog } from './testLog';

let test: TestLog;
beforeAll(async () => {
  test = await createTestLog();
});
beforeEach(() => test.refill([]));
afterAll(() => test.close());

const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

/** As somebody would who has nothing but the answer and the hub's public key. */
function assertIncluded({ leafHash, leafIndex, treeSize, proof, rootHash, checkpoint }: Inclusion): void {
  const path = proof.map(bytes);
  expect(isIncluded(bytes(leafHash), leafIndex, treeSize, path, bytes(rootHash))).toBe(true);
  const [text, signature] = checkpoint.split('\n\n') as [string, string];
  expect(text.split('\n').slice(1, 3)).toEqual([String(treeSize), rootHash]);
  const signed = bytes(signature.trim().split(' ').at(-1)!).subarray(4);
  expect(verify(null, Buffer.from(`${text}\n`), createPublicKey(test.signingKey), signed)).toBe(true);
}

it('proves each entry to whoever has the public key, whatever the batch it came in', async () => {
  for (const size of [1, 1, 3, 8, 1, 20, 2]) {
    const inclusions = await test.log.append(Array.from({ length: size }, () => anEntry()));
    expect(inclusions).toHaveLength(size);
    inclusions.forEach(assertIncluded);
  }
  const alone = await Promise.all(Array.from({ length: 40 }, () => test.log.append([anEntry()])));
  alone.flat().forEach(assertIncluded);
  expect(await test.verify()).toEqual([]);
});

it('gives each operation the proof of its own entry', async () => {
  const entries = Array.from({ length: 30 }, () => anEntry());
  const proofs = await Promise.all(entries.map((entry) => test.log.append([entry])));
  const rows = await test.query('SELECT leaf_index, operation_id FROM audit.entry ORDER BY leaf_index');
  entries.forEach((entry, place) => {
    const { leafIndex } = proofs[place]![0]!;
    expect(rows[leafIndex]).toEqual({ leaf_index: String(leafIndex), operation_id: entry.operationId });
  });
});

it('is one log without gaps when several gateways write to it at once', async () => {
  const { url, signingKey } = test;
  const writers = [test.log, createAuditLog({ url, signingKey }), createAuditLog({ url, signingKey })];
  const write = async (log: AuditLog): Promise<Inclusion[]> => {
    const inclusions: Inclusion[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      const sizes = [1, 2, 1];
      const added = sizes.map((size) => log.append(Array.from({ length: size }, () => anEntry())));
      inclusions.push(...(await Promise.all(added)).flat());
    }
    return inclusions;
  };
  const inclusions = (await Promise.all(writers.map(write))).flat();
  inclusions.forEach(assertIncluded);
  const indices = inclusions.map(({ leafIndex }) => leafIndex).sort((a, b) => a - b);
  expect(indices).toEqual(Array.from({ length: 300 }, (_, index) => index));
  expect(await test.verify()).toEqual([]);
  await Promise.all(writers.slice(1).map((writer) => writer.close()));
});

it('has the row of every entry it said to have, and is whole, when its connections are killed on the way', async () => {
  const { url, signingKey } = test;
  const other = createAuditLog({ url, signingKey });
  const killer = new Client({ connectionString: url });
  await killer.connect();
  let over = false;
  const kill = async (): Promise<void> => {
    // Now before a connection can be made anew, now after some entries.
    for (let turn = 0; !over; turn += 1) {
      await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'skyddsnat-audit' AND datname = current_database()`,
      );
      await pause(4 + (turn % 8) * 12);
    }
  };
  const said: string[] = [];
  let refused = 0;
  const append = async (log: AuditLog): Promise<void> => {
    for (let turn = 0; turn < 80; turn += 1) {
      const entry = anEntry();
      await log.append([entry]).then(
        () => said.push(entry.operationId),
        () => (refused += 1),
      );
    }
  };
  const killing = kill();
  await Promise.all([append(test.log), append(other), append(other)]);
  over = true;
  await killing;
  await killer.end();
  await Promise.all([test.log.append([anEntry()]), other.append([anEntry()])]);
  await other.close();

  expect(refused).toBeGreaterThan(0);
  expect(said.length).toBeGreaterThan(0);
  const rows = await test.query(
    `SELECT operation_id FROM audit.entry WHERE outcome = 'DISCLOSED' AND operation_id = ANY($1::uuid[])`,
    [said],
  );
  expect(rows).toHaveLength(said.length);
  expect(await test.verify()).toEqual([]);
});

it('notes as failed, as soon as it can, the operations it could not note', async () => {
  const [told, refused] = [anEntry(), anEntry({ outcome: 'REFUSED', fieldsDisclosed: [] })];
  await test.query('ALTER TABLE audit.entry RENAME TO hidden');
  await expect(test.log.append([told])).rejects.toThrow('cannot be written');
  await expect(test.log.append([refused])).rejects.toThrow('cannot be written');
  await test.query('ALTER TABLE audit.hidden RENAME TO entry');
  const next = anEntry();
  const [inclusion] = await test.log.append([next]);
  assertIncluded(inclusion!);
  const rows = await test.query(
    'SELECT operation_id, outcome, fields_disclosed FROM audit.entry ORDER BY leaf_index',
  );
  expect(rows).toEqual([
    { operation_id: told.operationId, outcome: 'FAILED', fields_disclosed: [] },
    { operation_id: refused.operationId, outcome: 'REFUSED', fields_disclosed: [] },
    { operation_id: next.operationId, outcome: 'DISCLOSED', fields_disclosed: ['Child.sex'] },
  ]);
});

it('holds no content and, of a person, only what can be erased', async () => {
  await test.log.append([anEntry({ child: 'child-1' })]);
  const [row] = await test.query('SELECT to_jsonb(entry) AS row FROM audit.entry');
  const { child, principal_id, case_reference, ...rest } = row!['row'] as Record<string, unknown>;
  expect([child, principal_id, case_reference]).toEqual(['child-1', 'SE-17', 'K 1-26']);
  expect(JSON.stringify(rest)).not.toMatch(/child-1|SE-17|K 1-26/);
});
