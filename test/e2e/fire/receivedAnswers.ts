import type { Inclusion } from '../../../gateway/audit/auditLog';
import type { HubLogs } from '../audit/openHubLogs';

/** An answer as its client has it: whole, or the client has none. */
export interface Received {
  readonly data: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly audit: Inclusion };
}

/** Whether the log could not be written for it, so that it gives out nothing. */
export function isUnavailable({ data, errors }: Received): boolean {
  return data === null && errors?.[0]?.extensions.code === 'AUDIT_UNAVAILABLE';
}

/** Every answer that gave something out has its row in the log, with the hash that its receipt names. */
export async function expectOnRecord(
  logs: Pick<HubLogs, 'query'>,
  answers: readonly Received[],
): Promise<void> {
  const rows = await logs.query('audit', 'SELECT leaf_index, leaf_hash FROM audit.entry');
  const noted = new Map(
    rows.map(({ leaf_index, leaf_hash }) => [Number(leaf_index), (leaf_hash as Buffer).toString('base64')]),
  );
  for (const answer of answers.filter((one) => !isUnavailable(one))) {
    const proof = answer.extensions?.audit;
    expect(proof && noted.get(proof.leafIndex)).toBe(proof?.leafHash ?? 'an answer without a receipt');
  }
}
