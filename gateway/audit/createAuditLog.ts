import { createPrivateKey } from 'node:crypto';
import { Pool } from 'pg';
import { createGroupCommit } from '../../schema/protocol/groupCommit';
import { appendBatch } from './appendBatch';
import type { AuditEntry } from './auditEntry';
import { AuditUnavailable, type AuditLog, type Inclusion } from './auditLog';
import { toCheckpointKey } from './checkpoint';
import { createOwedEntries, isRejected, type OwedEntries } from './owedEntries';
import type { Head, Sealer } from './sealBatch';

export interface AuditLogOptions {
  /** Connects as a role that may only add and read; see `prepareAuditDatabase`. */
  readonly url: string;
  /** PEM of the hub's Ed25519 key: it signs the checkpoints. */
  readonly signingKey: string;
  /**
   * How long an entry may take to become durable, in milliseconds.
   * @default 2000
   */
  readonly timeoutMs?: number;
}

/** The audit log on PostgreSQL. An operation is answered when its entries are committed, not before. */
export function createAuditLog({ url, signingKey, timeoutMs = 2_000 }: AuditLogOptions): AuditLog {
  const pool = openPool(url, timeoutMs);
  const privateKey = createPrivateKey(signingKey);
  const owed = createOwedEntries();
  let underWay = 0;
  const write = createWriter(pool, { privateKey, logId: toCheckpointKey(privateKey).logId }, owed);
  const commit = createGroupCommit(write, {
    timeoutMs,
    onTimeout: () => new AuditUnavailable(`not durable within ${timeoutMs} ms`),
    gathers: true,
    company: { isExpected: () => underWay > 0 },
  });
  return {
    announce: () => {
      underWay += 1;
      return () => void (underWay -= 1);
    },
    append: async (entries) => {
      if (entries.length === 0) return [];
      return commit(entries).catch((error: unknown) => {
        owed.add(entries, error);
        throw error instanceof AuditUnavailable ? error : new AuditUnavailable('refused', { cause: error });
      });
    },
    // What is owed shows that the log could not be written: then only writing it shows that it can be again.
    isReady: async () => {
      try {
        if (owed.peek().length > 0) await commit([]);
        await pool.query('SELECT 1 FROM audit.entry LIMIT 0');
        return true;
      } catch {
        return false;
      }
    },
    close: async () => {
      await write([]).catch(() => undefined);
      await pool.end();
    },
  };
}

type Write = (entries: readonly AuditEntry[]) => Promise<readonly Inclusion[]>;

/** Writes one batch, what is owed first. */
function createWriter(pool: Pool, sealer: Sealer, owed: OwedEntries): Write {
  let last: Head | null = null;
  return async (entries) => {
    const late = owed.peek();
    if (late.length + entries.length === 0) return [];
    const client = await pool.connect();
    try {
      const batch = await appendBatch(client, [...late, ...entries], sealer, last);
      last = batch.head;
      client.release();
      owed.drop(late.length);
      return batch.inclusions.slice(late.length);
    } catch (error) {
      // Closing the connection ends the transaction, and with it the turn, whatever state it is in.
      client.release(true);
      if (isRejected(error)) owed.drop(late.length);
      throw error;
    }
  };
}

function openPool(url: string, timeoutMs: number): Pool {
  const pool = new Pool({
    connectionString: url,
    // One connection writes; the other lets `isReady` answer while a write is under way.
    max: 2,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    // A gateway that stops in the middle of its turn must not keep the others waiting.
    idle_in_transaction_session_timeout: timeoutMs,
    pipeline: true,
    application_name: 'skyddsnat-audit',
  });
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
