import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { Client } from 'pg';
import type { AuditEntry } from '../../../gateway/audit/auditEntry';
import type { AuditLog } from '../../../gateway/audit/auditLog';
import { createAuditLog } from '../../../gateway/audit/createAuditLog';
import { prepareAuditDatabase } from '../../../gateway/audit/prepareAuditDatabase';
import { createFindings, type Finding } from '../../../gateway/audit/verify/finding';
import { beginSnapshot } from '../../../gateway/audit/verify/readRows';
import { verifyLog } from '../../../gateway/audit/verify/verifyLog';
import { createTestDatabase } from '../../harness/database';

export interface TestLog {
  readonly log: AuditLog;
  /** Empties the log and writes it anew with another writer, who remembers nothing. */
  refill(batches: readonly (readonly AuditEntry[])[]): Promise<void>;
  readonly url: string;
  readonly signingKey: string;
  /** As the database's owner. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** As one who takes the triggers away first. */
  tamper(...statements: string[]): Promise<void>;
  verify(options?: { external?: string; keys?: KeyObject[] }): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** An empty log on a database of its own. */
export async function createTestLog(): Promise<TestLog> {
  const database = await createTestDatabase('audit');
  await prepareAuditDatabase(database.url);
  const signingKey = newSigningKey();
  const open = (): AuditLog => createAuditLog({ url: database.url, signingKey });
  let log = open();
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const query: TestLog['query'] = async (sql, values) => (await owner.query(sql, values)).rows;
  const tamper: TestLog['tamper'] = async (...statements) => {
    for (const table of ['entry', 'checkpoint'])
      await query(`ALTER TABLE audit.${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await query(statement);
    for (const table of ['entry', 'checkpoint'])
      await query(`ALTER TABLE audit.${table} ENABLE TRIGGER USER`);
  };
  return {
    get log() {
      return log;
    },
    refill: async (batches) => {
      await log.close();
      await tamper('TRUNCATE audit.entry', 'TRUNCATE audit.checkpoint');
      log = open();
      for (const batch of batches) {
        await log.append(batch);
        await query('SELECT pg_sleep(0.003)'); // so that each batch has a time of its own
      }
    },
    tamper,
    url: database.url,
    signingKey,
    query,
    verify: async ({ external, keys = [createPublicKey(signingKey)] } = {}) => {
      const findings = createFindings();
      await beginSnapshot(owner);
      await verifyLog(owner, { keys, findings, external });
      await query('COMMIT');
      return findings.all;
    },
    close: async () => {
      await log.close();
      await owner.end();
      await database.drop();
    },
  };
}

export function anEntry(changed: Partial<AuditEntry> = {}): AuditEntry {
  return {
    operationId: randomUUID(),
    occurredAt: new Date('2026-05-04T10:00:00.123Z'),
    principalId: 'SE-17',
    role: 'POLICE_OFFICER',
    agency: 'POLICE',
    municipality: null,
    purpose: 'PROTECTION',
    caseReference: 'K 1-26',
    operationName: null,
    child: 'c1',
    fieldsDisclosed: ['Child.sex'],
    fieldsDenied: [],
    outcome: 'DISCLOSED',
    receipts: [],
    ...changed,
  };
}
