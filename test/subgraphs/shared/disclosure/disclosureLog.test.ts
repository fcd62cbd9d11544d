import { buildSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { UnwrittenNotes } from '../../../../schema/protocol/unwritten';
import { definitions } from '../../../../subgraphs/definitions';
import type { SubgraphContext } from '../../../../subgraphs/shared/context';
import { connectDatabase } from '../../../../subgraphs/shared/database/connect';
import { createDisclosureLog } from '../../../../subgraphs/shared/disclosure/createDisclosureLog';
import { migrationsOf } from '../../../../subgraphs/shared/server/migrationsOf';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';

let owned: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  owned = await createTestDatabase('disclosure_log');
  const { entities } = definitions.police;
  const migrations = migrationsOf(definitions.police);
  database = await connectDatabase('police', { url: owned.url, entities, migrations, poolSize: 2 });
}, 60_000);
afterAll(async () => {
  await database?.destroy();
  await owned?.drop();
});

const contextOf = (operationId: string) =>
  ({
    assertion: {
      operationId,
      principal: { id: 'eva', role: 'POLICE', agency: 'POLICE' },
      purpose: 'IDENTIFICATION',
      caseReference: 'A-1',
    },
    decisions: { knownAs: (child: string) => [child] },
    now: new Date(),
  }) as unknown as SubgraphContext;

test('operations under way at the same time are noted in one write', async () => {
  const schema = buildSchema('type Query { missing: Boolean }');
  const log = createDisclosureLog('police', database, schema, undefined);
  const left: UnwrittenNotes[] = [];
  for (const operation of ['one', 'two']) {
    const unwritten = { add: (notes: UnwrittenNotes) => void left.push(notes) };
    await log.note({ query: '{ missing }', assertion: operation, unwritten }, contextOf(operation), {
      data: { missing: true },
    });
  }
  const receipts = await Promise.all(left.map(({ write }) => write()));
  const rows = await database.query<object[]>(
    `SELECT operation_id, 'police:' || rtrim(translate(encode(hash, 'base64'), E'+/\\n', '-_'), '=') AS receipt,
       count(*) OVER (PARTITION BY xmin::text)::int AS together FROM disclosure ORDER BY operation_id`,
  );
  expect(rows).toEqual([
    { operation_id: 'one', receipt: receipts[0]![0], together: 2 },
    { operation_id: 'two', receipt: receipts[1]![0], together: 2 },
  ]);
});

test('an answer given on a stolen assertion has a note of its own, of which the operation under way has no receipt', async () => {
  const schema = buildSchema('type Query { missing: Boolean }');
  const log = createDisclosureLog('police', database, schema, undefined);
  const left: UnwrittenNotes[] = [];
  const unwritten = { add: (notes: UnwrittenNotes) => void left.push(notes) };
  const request = { query: '{ missing }', assertion: 'signed' };
  const answer = { data: { missing: true } };
  await log.note({ ...request, unwritten }, contextOf('robbed'), answer);

  const stolen = await log.note(request, contextOf('robbed'), answer);
  const atOnce = await log.note({ ...request, unwritten, notesAtOnce: true }, contextOf('robbed'), answer);

  const receiptsOf = ({ extensions }: typeof stolen) => extensions?.['receipts'] as string[];
  expect(receiptsOf(stolen)).toHaveLength(1);
  expect(receiptsOf(atOnce)).toHaveLength(1);
  expect(await left[0]!.write()).toEqual(receiptsOf(atOnce));
  expect(receiptsOf(atOnce)).not.toEqual(receiptsOf(stolen));
  const noted = `SELECT count(*)::int AS notes FROM disclosure WHERE operation_id = 'robbed'`;
  expect(await database.query(noted)).toEqual([{ notes: 2 }]);
});
