import { hash } from 'node:crypto';
import type { dutyClock } from './dutyClock';
import type { extract } from './extract';
import type { Purpose, Role, SubgraphName } from './vocabulary';

/**
 * An answer of an agency's subgraph as the agency's own log keeps it, or all that it answered about the same children
 * before the hub's answer left the process that they share. Names of fields, never values.
 */
export interface Disclosure {
  readonly operationId: string;
  /** SHA-256 of the hub's signed assertion, hex: on whose word the answer was given. */
  readonly assertionHash: string;
  readonly principalId: string;
  readonly role: Role | typeof dutyClock | typeof extract;
  readonly purpose: Purpose | typeof dutyClock | typeof extract | null;
  readonly caseReference: string | null;
  /** Coordinates of the root fields, such as `Query._entities` or `Query.policeCandidates`. */
  readonly asked: readonly string[];
  /** The children asked about or named in the answer, sorted. */
  readonly children: readonly string[];
  /** Coordinates that were answered, empty ones too, sorted. */
  readonly fields: readonly string[];
  readonly at: Date;
}

/**
 * What the hub notes of an agency's answer: the subgraph and the hash of its disclosure, `police:3q2-…`, or that the
 * subgraph did not answer in time and may have noted something the hub never saw, `police:silent`.
 */
export type Receipt = `${SubgraphName}:${string}`;

/** Where a subgraph puts receipts in its answer (`extensions`). */
export const receiptsExtension = 'receipts';

const silent = 'silent';

export function toReceipt(subgraph: SubgraphName, hash: Buffer): Receipt {
  return `${subgraph}:${hash.toString('base64url')}`;
}

export function silenceOf(subgraph: SubgraphName): Receipt {
  return `${subgraph}:${silent}`;
}

/**
 * The hash over the canonical form: a JSON array in this order, the instant in UTC with milliseconds. The salt, 16
 * random bytes, keeps the hub's log from leading to a child once the agency has erased its part.
 */
export function hashDisclosure(disclosure: Disclosure, salt: Buffer): Buffer {
  const { operationId, assertionHash, principalId, role, purpose, caseReference } = disclosure;
  const { asked, children, fields, at } = disclosure;
  const who = [operationId, assertionHash, principalId, role, purpose, caseReference];
  const members = ['skyddsnat/disclosure/1', ...who, asked, children, fields, at.toISOString()];
  return hash('sha256', Buffer.concat([salt, Buffer.from(JSON.stringify(members))]), 'buffer');
}

/** What an answer's `extensions` say was noted; only the hub's own graph, which asks others, may speak for them. */
export function readReceipts(
  subgraph: SubgraphName,
  extensions: Readonly<Record<string, unknown>> | undefined,
): Receipt[] {
  const given = extensions?.[receiptsExtension];
  if (!Array.isArray(given)) return [];
  const texts = given.filter(
    (receipt): receipt is Receipt => typeof receipt === 'string' && shape.test(receipt),
  );
  return subgraph === 'identification'
    ? texts
    : texts.filter((receipt) => receipt.startsWith(`${subgraph}:`));
}

const shape = /^(migration|municipality|police|guardianship|identification):([\w-]{43}|silent)$/;
