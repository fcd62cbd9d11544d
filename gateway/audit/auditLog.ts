import type { AuditEntry } from './auditEntry';

export interface AuditLog {
  /**
   * Tells that an operation is under way: while entries are still to come, one write gathers those of several.
   * @returns to be called once, before its own entries are appended
   */
  announce(): () => void;
  /**
   * Resolves when the entries are durable.
   * @returns per entry the proof that it is in the log
   * @throws AuditUnavailable when that is not so within the limit.
   */
  append(entries: readonly AuditEntry[]): Promise<readonly Inclusion[]>;
  /** Whether an append could succeed now. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * That an entry is in the log, to be checked by anyone with the hub's public key (RFC 6962, 2.1.1). Hashes are base64.
 */
export interface Inclusion {
  /** SHA-256 of the log's public key. */
  readonly logId: string;
  readonly leafIndex: number;
  readonly leafHash: string;
  readonly treeSize: number;
  readonly rootHash: string;
  /** From the leaf upwards. */
  readonly proof: readonly string[];
  /** The signed note over size, root and time: keep it to hold the log to it, `npm run audit:verify -- --checkpoint FILE`. */
  readonly checkpoint: string;
}

export class AuditUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the audit log cannot be written: ${reason}`, options);
    this.name = 'AuditUnavailable';
  }
}
