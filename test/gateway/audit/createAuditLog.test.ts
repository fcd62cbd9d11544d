import { createServer, type Server, type Socket } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { AuditUnavailable, type AuditLog } from '../../../gateway/audit/auditLog';
import { createAuditLog } from '../../../gateway/audit/createAuditLog';
import { prepareAuditDatabase } from '../../../gateway/audit/prepareAuditDatabase';
import { createTestDatabase, type TestDatabase } from '../../harness/database';
import { anEntry, newSigningKey } from './testLog';
import { asSocialEmergency, startTestGateway } from '../testGateway';

const identify = '{ identify(dossierNumber: "12-1") { outcome child { id sex } } }';

const signingKey = newSigningKey();

let database: TestDatabase;
let gatewayRole: string;
let gatewayUrl: string;
let owner: Client;

beforeAll(async () => {
  database = await createTestDatabase('audit');
  gatewayRole = `gateway_${randomBytes(5).toString('hex')}`;
  await asAdmin(`CREATE ROLE ${gatewayRole} LOGIN PASSWORD '${gatewayRole}'`);
  await prepareAuditDatabase(database.url, gatewayRole);
  const url = new URL(database.url);
  url.username = gatewayRole;
  url.password = gatewayRole;
  gatewayUrl = url.toString();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await asAdmin(`DROP ROLE ${gatewayRole}`);
});

const rowsOf = async (operationId: string) =>
  (await owner.query('SELECT * FROM audit.entry WHERE operation_id = $1 ORDER BY leaf_index', [operationId]))
    .rows;

const withLog = async (run: (log: AuditLog) => Promise<void>, url = gatewayUrl, timeoutMs = 2_000) => {
  const log = createAuditLog({ url, signingKey, timeoutMs });
  try {
    await run(log);
  } finally {
    await log.close();
  }
};

test('an entry is there when the append resolves, as it was given', () =>
  withLog(async (log) => {
    const given = anEntry({
      municipality: '0180',
      operationName: 'Find',
      fieldsDenied: ['Child.names', 'Child.phone'],
    });
    await log.append([given]);
    expect(await rowsOf(given.operationId)).toEqual([
      {
        leaf_index: expect.any(String),
        leaf_hash: expect.any(Buffer),
        recorded_at: expect.any(Date),
        operation_id: given.operationId,
        occurred_at: given.occurredAt,
        principal_id: 'SE-17',
        principal_salt: expect.any(Buffer),
        principal_commitment: expect.any(Buffer),
        role: 'POLICE_OFFICER',
        agency: 'POLICE',
        municipality: '0180',
        purpose: 'PROTECTION',
        case_reference: 'K 1-26',
        case_salt: expect.any(Buffer),
        case_commitment: expect.any(Buffer),
        operation_name: 'Find',
        child: 'c1',
        child_salt: expect.any(Buffer),
        child_commitment: expect.any(Buffer),
        fields_disclosed: ['Child.sex'],
        fields_denied: ['Child.names', 'Child.phone'],
        outcome: 'DISCLOSED',
        receipts: [],
      },
    ]);
  }));

test('entries keep the order in which they came, also when written together', () =>
  withLog(async (log) => {
    const operationId = randomUUID();
    const given = Array.from({ length: 200 }, (_, index) =>
      anEntry({ operationId, caseReference: String(index) }),
    );
    await Promise.all(given.map((one) => log.append([one])));
    const rows = await rowsOf(operationId);
    expect(rows.map((row: { case_reference: string }) => row.case_reference)).toEqual(
      given.map(({ caseReference }) => caseReference),
    );
  }));

test('an entry waits for those of operations under way while there is other work, and else for none', () =>
  withLog(async (log) => {
    const writtenTogether = async () => {
      const first = log.append([anEntry()]);
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const [[one], [other]] = await Promise.all([first, log.append([anEntry()])]);
      return one?.treeSize === other?.treeSize;
    };
    expect(await writtenTogether()).toBe(false);
    const done = log.announce();
    let together = false;
    // A machine that stands still for longer than an entry waits may part them once.
    for (let attempt = 0; attempt < 10 && !together; attempt += 1) together = await writtenTogether();
    expect(together).toBe(true);
    done();
    expect(await writtenTogether()).toBe(false);
  }));

test.each([
  'UPDATE audit.entry SET child = NULL',
  'DELETE FROM audit.entry',
  'TRUNCATE audit.entry',
  'DROP TABLE audit.entry',
])('the gateway’s role cannot %s', async (statement) => {
  const client = new Client({ connectionString: gatewayUrl });
  await client.connect();
  try {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.end();
  }
});

test('preparing again changes nothing, also at the same moment', async () => {
  const given = anEntry();
  await withLog(async (log) => void (await log.append([given])));
  await Promise.all([1, 2, 3].map(() => prepareAuditDatabase(database.url, gatewayRole)));
  expect(await rowsOf(given.operationId)).toHaveLength(1);
});

test('a table that does not take entries is unavailable, and the log recovers with it', () =>
  withLog(async (log) => {
    await owner.query(`REVOKE INSERT ON audit.entry FROM ${gatewayRole}`);
    await expect(log.append([anEntry()])).rejects.toBeInstanceOf(AuditUnavailable);
    await owner.query(`GRANT INSERT ON audit.entry TO ${gatewayRole}`);
    await log.append([anEntry()]);
  }));

test('connections that the server ends are replaced', () =>
  withLog(async (log) => {
    await log.append([anEntry()]);
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${gatewayRole}'`);
    await log.append([anEntry()]).catch(() => undefined);
    await log.append([anEntry()]);
    expect(await log.isReady()).toBe(true);
  }));

test('a server that takes the connection and says nothing is given up', async () => {
  const sockets: Socket[] = [];
  const silent: Server = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const url = `postgres://a:b@127.0.0.1:${(silent.address() as { port: number }).port}/x`;
  await withLog(
    async (log) => {
      await expect(log.append([anEntry()])).rejects.toBeInstanceOf(AuditUnavailable);
      expect(await log.isReady()).toBe(false);
    },
    url,
    100,
  );
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
});

describe('no audit, no answer', () => {
  test('what was told is in the database when the client reads it', () =>
    withLog(async (audit) => {
      const gateway = await startTestGateway({}, { audit });
      const { body } = await gateway.post(identify, await asSocialEmergency(gateway));
      expect(body.data).toEqual({
        identify: { outcome: 'UNIQUE_MATCH', child: { id: 'c1', sex: 'FEMALE' } },
      });
      expect(await rowsOf(gateway.calls[0]!.who.operationId)).toMatchObject([
        { child: 'c1', fields_disclosed: ['Child.id', 'Child.sex'], outcome: 'DISCLOSED' },
      ]);
      await gateway.close();
    }));

  test('when it cannot be written, nothing is told at all', () =>
    withLog(async (audit) => {
      const gateway = await startTestGateway({}, { audit });
      const { status, text, body } = await gateway.post(identify, await asSocialEmergency(gateway));
      expect(status).toBe(503);
      expect(body).toEqual({
        data: null,
        errors: [
          {
            message: expect.any(String),
            extensions: { code: 'AUDIT_UNAVAILABLE', messageSv: expect.any(String) },
          },
        ],
      });
      expect(text).not.toMatch(/c1|FEMALE|UNIQUE_MATCH|ECONNREFUSED/);
      await gateway.close();
    }, 'postgres://a:b@127.0.0.1:1/x'));

  test('a refused attempt that cannot be noted is answered in the same way', () =>
    withLog(async (audit) => {
      const gateway = await startTestGateway({}, { audit });
      const headers = { ...(await asSocialEmergency(gateway)), 'x-purpose': 'ALIEN_CONTROL' };
      const { body } = await gateway.post(identify, headers);
      expect(body.errors).toMatchObject([{ extensions: { code: 'AUDIT_UNAVAILABLE' } }]);
      await gateway.close();
    }, 'postgres://a:b@127.0.0.1:1/x'));

  test('the directory is answered all the same', () =>
    withLog(async (audit) => {
      const gateway = await startTestGateway({}, { audit });
      const { body } = await gateway.post(
        '{ dutyContacts(municipality: "0180") { name } }',
        await asSocialEmergency(gateway),
      );
      expect(body).toEqual({ data: { dutyContacts: [{ name: 'Socialjouren' }] } });
      await gateway.close();
    }, 'postgres://a:b@127.0.0.1:1/x'));
});

async function asAdmin(statement: string): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_PG_URL'] });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
