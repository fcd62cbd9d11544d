import type { Receipt } from '../../schema/protocol/disclosure';

/** What one operation carries to every subgraph it asks. */
export interface Call {
  /** The signed assertion of who asks and why. */
  readonly assertion: string;
  /** Signed attestations gathered so far, separated by commas; undefined before the first. */
  readonly attestations: string | undefined;
  /** Adds what the identification subgraph attested. */
  attest(token: string): void;
  /** Notes what subgraphs entered in their own logs. */
  note(receipts: readonly Receipt[]): void;
}

/**
 * @param signAssertion called once, when the first subgraph is asked
 * @param note absent when the operation concerns nobody
 */
export function createCall(
  signAssertion: () => string,
  note: (receipts: readonly Receipt[]) => void = () => undefined,
): Call {
  let signed: string | undefined;
  const tokens = new Set<string>();
  return {
    get assertion() {
      return (signed ??= signAssertion());
    },
    get attestations() {
      return tokens.size > 0 ? [...tokens].join(',') : undefined;
    },
    attest: (token) => void tokens.add(token),
    note,
  };
}
