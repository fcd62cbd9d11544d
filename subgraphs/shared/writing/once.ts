import { createHash } from 'node:crypto';
import { hubError } from '../../../schema/protocol/hubError';

/** What makes a change that is sent twice one change: the client's own key, and what it asked for. */
export interface Attempt {
  /** Null: the client gave none, and every sending is a change of its own. */
  readonly key: string | null;
  /** SHA-256 of what was asked, base64url. */
  readonly fingerprint: string;
}

/** Reads the optional `idempotencyKey` of a mutation with its input; keys of another caller are other keys. */
export function readAttempt(key: string | null | undefined, input: object): Attempt {
  const fingerprint = createHash('sha256').update(toCanonical(input)).digest('base64url');
  return { key: key ?? null, fingerprint };
}

export interface Attempted {
  readonly fingerprint: string;
}

/**
 * Makes a change once for each key.
 *
 * @param find the row that the caller made before with the key
 * @param make the change; undefined when a simultaneous sending with the same key came first
 * @throws CONFLICT when the key came before with another input
 */
export async function once<Row extends Attempted>(
  { key, fingerprint }: Attempt,
  find: (key: string) => Promise<Row | undefined>,
  make: () => Promise<Row | undefined>,
): Promise<Row> {
  const earlier = key === null ? undefined : await find(key);
  const row = earlier ?? (await make()) ?? (key === null ? undefined : await find(key));
  if (!row) throw new Error('a change was made and cannot be found');
  assertSameAttempt(row, fingerprint);
  return row;
}

/** @throws CONFLICT */
export function assertSameAttempt(earlier: Attempted, fingerprint: string): void {
  if (earlier.fingerprint === fingerprint) return;
  throw hubError('CONFLICT', {
    sv: 'Nyckeln idempotencyKey har redan använts för något annat. Skicka en ny nyckel med en ny ändring.',
    en: 'This idempotencyKey was used before for something else. Send a new key with a new change.',
  });
}

/** JSON whose members stand in one order, whichever the client wrote them in. */
function toCanonical(input: object): string {
  return JSON.stringify(input, (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
