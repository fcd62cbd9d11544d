import type { Receipt } from '../../schema/protocol/disclosure';
import type { Agency, Purpose, refusedPurposes, Role } from '../../schema/protocol/vocabulary';

/**
 * Who asked what about whom, and what became of it. Names of fields, never values: the log must not become the
 * register that the hub does without.
 */
export interface AuditEntry {
  readonly operationId: string;
  readonly occurredAt: Date;
  readonly principalId: string;
  readonly role: Role;
  readonly agency: Agency;
  readonly municipality: string | null;
  /** Also one that was refused by name; null when the asker gave none that the hub knows. */
  readonly purpose: Purpose | (typeof refusedPurposes)[number] | null;
  readonly caseReference: string | null;
  readonly operationName: string | null;
  /** The opaque id of the child that was given, or that a change is about; null when there was none. */
  readonly child: string | null;
  /** Schema coordinates that were answered, empty ones too: that nothing is held is also an answer. */
  readonly fieldsDisclosed: readonly string[];
  readonly fieldsDenied: readonly string[];
  readonly outcome: AuditOutcome;
  /** What the agencies noted in their own logs in this operation; see `Receipt`. On the first of its entries only. */
  readonly receipts: readonly Receipt[];
}

/**
 * - DISCLOSED: at least one field about the child was answered.
 * - CHANGED: something about the child was changed, whatever was answered then.
 * - DENIED: the child was named and every field about it was denied.
 * - NO_CHILD: the operation ran and gave no child, e.g. no unique match.
 * - REFUSED: the operation did not run, or changed nothing: no purpose, no case, a purpose or field not open to the role,
 *   a change that is not the asker's to make.
 * - FAILED: the operation did not finish.
 */
export type AuditOutcome = 'DISCLOSED' | 'CHANGED' | 'DENIED' | 'NO_CHILD' | 'REFUSED' | 'FAILED';
