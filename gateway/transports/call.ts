import type { Concern } from '../../schema/protocol/concern';
import type { Receipt } from '../../schema/protocol/disclosure';
import type { Unwritten } from '../../schema/protocol/unwritten';
import type { Subscription } from '../updates/subscription';

/** What one operation, or one event of a subscription, carries to every subgraph it asks. */
export interface Call {
  /** The signed assertion of who asks and why. */
  readonly assertion: string;
  /** Signed attestations gathered so far, separated by commas; undefined before the first. */
  readonly attestations: string | undefined;
  /** What the hub stated last of the children that a change names, signed, or that it could not. */
  readonly references: string | undefined;
  /** Adds what the identification subgraph attested. */
  attest(token: string): void;
  /** Keeps what the identification subgraph stated before a change, or `unknownReferences`. */
  refer(token: string): void;
  /** Begins the next event: what was signed and attested for the last is no longer current. */
  renew(): void;
  /** Null for operations that are no subscription. */
  readonly subscription: Subscription | null;
  /** Where agencies in this process leave what they have still to note; undefined, as for a stream: each answer has a note of its own. */
  readonly unwritten: Unwritten | undefined;
  /** Notes what subgraphs entered in their own logs. */
  note(receipts: readonly Receipt[]): void;
  /** Notes whom subgraphs say their answers are about. */
  noteConcerns(concerns: readonly Concern[]): void;
}

/** Told what the log must hold of the subgraphs' answers. */
export interface Notes {
  readonly noteReceipts: (receipts: readonly Receipt[]) => void;
  readonly noteConcerns: (concerns: readonly Concern[]) => void;
  readonly unwritten: Unwritten;
}

/**
 * @param signAssertion called once for each event, when the first subgraph is asked
 * @param notes absent when the operation concerns nobody
 */
export function createCall(
  signAssertion: () => string,
  notes?: Notes,
  subscription: Subscription | null = null,
): Call {
  let signed: string | undefined;
  let attested: string | undefined;
  let references: string | undefined;
  return {
    get assertion() {
      return (signed ??= signAssertion());
    },
    get attestations() {
      return attested;
    },
    get references() {
      return references;
    },
    renew: () => {
      signed = undefined;
      attested = undefined;
      references = undefined;
    },
    subscription,
    unwritten: subscription ? undefined : notes?.unwritten,
    attest: (token) => {
      if (!attested?.split(',').includes(token)) attested = attested ? `${attested},${token}` : token;
    },
    refer: (token) => void (references = token),
    note: (receipts) => notes?.noteReceipts(receipts),
    noteConcerns: (concerns) => notes?.noteConcerns(concerns),
  };
}
