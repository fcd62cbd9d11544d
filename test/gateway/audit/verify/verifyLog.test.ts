import { createPrivateKey, createPublicKey } from 'node:crypto';
import { createAuditLog } from '../../../../gateway/audit/createAuditLog';
import { signCheckpoint } from '../../../../gateway/audit/checkpoint';
import { eraseChildLinkage, erasePrincipalLinkage } from '../../../../gateway/audit/eraseLinkage';
import { anEntry, createTestLog, newSigningKey, type TestLog } from '../testLog';

let test12: TestLog;
// Twelve entries in batches of 1, 2, 3, 1, 5: checkpoints at 1, 3, 6, 7 and 12.
const batches = [1, 2, 3, 1, 5];

const entriesOf = (size: number, first: number) =>
  Array.from({ length: size }, (_, place) => anEntry({ child: `child-${first + place}` }));

let spare: TestLog;
beforeAll(async () => {
  [test12, spare] = await Promise.all([createTestLog(), createTestLog()]);
});
beforeEach(async () => {
  let first = 0;
  await test12.refill(batches.map((size) => entriesOf(size, (first += size) - size)));
});
afterAll(() => Promise.all([test12.close(), spare.close()]));

const summary = async (options?: Parameters<TestLog['verify']>[0]): Promise<unknown[]> =>
  (await test12.verify(options)).map(({ kind, leafIndex, lastIndex }) => [
    kind,
    leafIndex,
    ...(lastIndex === undefined ? [] : [lastIndex]),
  ]);

test('an untouched log is whole', async () => {
  expect(await summary()).toEqual([]);
});

test('an empty log is whole', async () => {
  await test12.refill([]);
  expect(await summary()).toEqual([]);
});

test.each([
  `child = 'another'`,
  `principal_id = 'another'`,
  `case_reference = 'another'`,
  `role = 'GUARDIAN'`,
  `fields_disclosed = '{}'`,
  `fields_denied = '{Child.sex}'`,
  `purpose = 'IDENTIFICATION'`,
  `outcome = 'DENIED'`,
  `municipality = '0180'`,
  `operation_name = 'Other'`,
  `occurred_at = occurred_at - interval '1 ms'`,
  `receipts = '{police:silent}'`,
  `operation_id = gen_random_uuid()`,
  `leaf_hash = sha256('x')`,
  `child_salt = '\\x00'`,
  `child_salt = NULL`,
])('an entry changed by SET %s is found, with its index and operation', async (change) => {
  await test12.tamper(`UPDATE audit.entry SET ${change} WHERE leaf_index = 4`);
  const [row] = await test12.query('SELECT operation_id FROM audit.entry WHERE leaf_index = 4');
  const findings = await test12.verify();
  expect(findings[0]).toMatchObject({ kind: 'EDITED', leafIndex: 4, operationId: row!['operation_id'] });
  expect(findings.filter(({ kind }) => kind === 'EDITED')).toHaveLength(1);
});

test('a value put in after an erasure is found', async () => {
  await test12.tamper(
    'UPDATE audit.entry SET child = NULL, child_salt = NULL WHERE leaf_index = 2',
    `UPDATE audit.entry SET child = 'another' WHERE leaf_index = 2`,
  );
  expect(await summary()).toEqual([['EDITED', 2]]);
});

test('an entry whose hash was made to fit the change is found in its batch', async () => {
  await test12.tamper(
    'UPDATE audit.entry AS e SET leaf_hash = o.leaf_hash FROM audit.entry AS o WHERE e.leaf_index = 4 AND o.leaf_index = 9',
    `UPDATE audit.entry AS e SET ${columns.map((name) => `${name} = o.${name}`).join(', ')} FROM audit.entry AS o
     WHERE e.leaf_index = 4 AND o.leaf_index = 9`,
  );
  // The content is that of another entry, complete with its hash: only the tree shows that it is not its place.
  expect(await summary()).toEqual([
    ['UNSEALED', 4],
    ['REWRITTEN', 3, 5],
  ]);
});

test('an entry that was deleted is found, and nothing else', async () => {
  await test12.tamper('DELETE FROM audit.entry WHERE leaf_index = 4');
  expect(await summary()).toEqual([['MISSING', 4, 4]]);
});

test('entries deleted across batches are found, and what is wrong later as well', async () => {
  await test12.tamper(
    'DELETE FROM audit.entry WHERE leaf_index BETWEEN 2 AND 7',
    `UPDATE audit.entry SET role = 'GUARDIAN' WHERE leaf_index = 10`,
  );
  expect(await summary()).toEqual([
    ['MISSING', 2, 7],
    ['EDITED', 10],
  ]);
});

test('a log cut at its end is found by the newest checkpoint', async () => {
  await test12.tamper('DELETE FROM audit.entry WHERE leaf_index >= 9');
  expect(await summary()).toEqual([['TRUNCATED', 9, 11]]);
});

test('a log cut together with its checkpoints is found by a copy of one', async () => {
  const [newest] = await test12.query('SELECT note FROM audit.checkpoint WHERE tree_size = 12');
  await test12.tamper(
    'DELETE FROM audit.entry WHERE leaf_index >= 7',
    'DELETE FROM audit.checkpoint WHERE tree_size > 7',
  );
  expect(await summary()).toEqual([]);
  expect(await summary({ external: newest!['note'] as string })).toEqual([['TRUNCATED', 7, 11]]);
});

test('the hub does not write on a log that has been cut', async () => {
  await test12.tamper(
    'DELETE FROM audit.entry WHERE leaf_index >= 7',
    'DELETE FROM audit.checkpoint WHERE tree_size > 7',
  );
  await expect(test12.log.append([anEntry()])).rejects.toThrow('it held 12 and now holds 7');
});

test('entries that changed places are found', async () => {
  await test12.tamper(
    'UPDATE audit.entry SET leaf_index = 100 WHERE leaf_index = 8',
    'UPDATE audit.entry SET leaf_index = 8 WHERE leaf_index = 10',
    'UPDATE audit.entry SET leaf_index = 10 WHERE leaf_index = 100',
  );
  expect(await summary()).toEqual([['REWRITTEN', 7, 11]]);
});

test('a checkpoint replaced by another of the same hub is found', async () => {
  await test12.tamper(
    'UPDATE audit.checkpoint AS c SET note = o.note FROM audit.checkpoint AS o WHERE c.tree_size = 6 AND o.tree_size = 7',
  );
  expect(await test12.verify()).toMatchObject([{ kind: 'CHECKPOINT', treeSize: 6 }]);
});

test.each(['garbage', ''])('a checkpoint replaced by %j is found', async (note) => {
  await test12.tamper(`UPDATE audit.checkpoint SET note = '${note}' WHERE tree_size = 6`);
  expect(await test12.verify()).toMatchObject([{ kind: 'CHECKPOINT', treeSize: 6 }]);
});

test('a checkpoint signed by another key is found', async () => {
  const root = Buffer.alloc(32);
  const note = signCheckpoint({ size: 6, root, at: new Date() }, createPrivateKey(newSigningKey()));
  await test12.tamper(`UPDATE audit.checkpoint SET note = '${note}' WHERE tree_size = 6`);
  expect(await test12.verify()).toMatchObject([{ kind: 'SIGNATURE', treeSize: 6 }]);
});

test('a changed right edge is found, and the hub does not build on it', async () => {
  await test12.tamper(`UPDATE audit.checkpoint SET edge[1] = sha256('x') WHERE tree_size = 12`);
  expect(await test12.verify()).toMatchObject([{ kind: 'CHECKPOINT', treeSize: 12 }]);
  const other = createAuditLog({ url: test12.url, signingKey: test12.signingKey });
  await expect(other.append([anEntry()])).rejects.toThrow('is not one that this hub signed');
  await other.close();
});

test('a checkpoint that is gone is found by the times of its batch', async () => {
  await test12.tamper('DELETE FROM audit.checkpoint WHERE tree_size = 6');
  const findings = await test12.verify();
  expect(findings.map(({ kind }) => kind)).toContain('UNSEALED');
  expect(findings[0]).toMatchObject({ leafIndex: 3 });
});

test('entries after the newest checkpoint are found', async () => {
  await test12.tamper('DELETE FROM audit.checkpoint WHERE tree_size = 12');
  expect(await summary()).toEqual([['UNSEALED', 7, 11]]);
});

test('a log rewritten as a whole with another key is found at every checkpoint', async () => {
  await spare.refill(batches.map((size) => entriesOf(size, 0)));
  const findings = await spare.verify({ keys: [createPublicKey(test12.signingKey)] });
  expect(findings.map(({ kind, treeSize }) => [kind, treeSize])).toEqual(
    [1, 3, 6, 7, 12].map((size) => ['SIGNATURE', size]),
  );
});

test('a log rewritten as a whole with the hub’s own key is found by a copy of a checkpoint', async () => {
  const [kept] = await test12.query('SELECT note FROM audit.checkpoint WHERE tree_size = 3');
  await test12.refill(batches.map((size) => entriesOf(size, 0)));
  expect(await summary()).toEqual([]);
  expect(await summary({ external: kept!['note'] as string })).toEqual([['REWRITTEN', 0, 2]]);
});

test('a kept checkpoint that nobody signed is no witness', async () => {
  expect(await test12.verify({ external: 'x' })).toMatchObject([{ kind: 'SIGNATURE' }]);
});

test('a key the hub had earlier is trusted when it is given', async () => {
  const earlier = createPublicKey(test12.signingKey);
  const later = newSigningKey();
  expect(await test12.verify({ keys: [createPublicKey(later), earlier] })).toEqual([]);
});

test('a clock that goes back is found at the entry', async () => {
  // The clock of PostgreSQL itself cannot be moved here; the change of the entry shows, too.
  await test12.tamper(
    `UPDATE audit.entry SET recorded_at = recorded_at - interval '1 hour' WHERE leaf_index = 4`,
  );
  expect(await summary()).toEqual([
    ['EDITED', 4],
    ['CLOCK', 4],
  ]);
});

describe('erasing', () => {
  const owner = {
    query: <T>(sql: string, parameters: readonly unknown[] = []) =>
      test12.query(sql, [...parameters]) as Promise<unknown> as Promise<T[]>,
  };

  test('a child’s linkage leaves the log whole, and nothing of the child in it', async () => {
    expect(await eraseChildLinkage(owner, 'child-4')).toBe(1);
    expect(await summary()).toEqual([]);
    const [row] = await test12.query('SELECT * FROM audit.entry WHERE leaf_index = 4');
    expect(row).toMatchObject({ child: null, child_salt: null, case_reference: null, case_salt: null });
    expect(row).toMatchObject({ principal_id: 'SE-17', fields_disclosed: ['Child.sex'] });
  });

  test('the linkage to one who asked leaves the log whole', async () => {
    expect(await erasePrincipalLinkage(owner, 'SE-17')).toBe(12);
    expect(await summary()).toEqual([]);
  });

  test('nothing but linkage can be changed, by mistake', async () => {
    for (const statement of [
      `UPDATE audit.entry SET role = 'GUARDIAN'`,
      `UPDATE audit.entry SET child = 'another'`,
      'DELETE FROM audit.entry',
      'TRUNCATE audit.entry',
      `UPDATE audit.checkpoint SET note = ''`,
      'DELETE FROM audit.checkpoint',
      'TRUNCATE audit.checkpoint',
    ]) {
      await expect(test12.query(statement)).rejects.toThrow('the audit log is only added to');
    }
  });
});

const columns = [
  'recorded_at',
  'operation_id',
  'principal_salt',
  'principal_commitment',
  'case_salt',
  'case_commitment',
  'child',
  'child_salt',
  'child_commitment',
];
