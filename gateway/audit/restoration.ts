import { sign, verify, type KeyObject } from 'node:crypto';

/**
 * The hub says of its log that it was put back from a backup: entries behind `size` are lost, and what was noted
 * elsewhere between the two moments may have no counterpart.
 */
export interface Restoration {
  readonly size: number;
  /** When the backup was taken. */
  readonly takenAt: Date;
  readonly restoredAt: Date;
}

const origin = 'skyddsnat/audit/restoration';
const note = /^(skyddsnat\/audit\/restoration\n(\d+)\ntaken (\S+)\nrestored (\S+)\n)\n([A-Za-z0-9+/=]+)\n$/;

/** The declaration with the hub's signature; whoever can only change the database cannot make one. */
export function signRestoration({ size, takenAt, restoredAt }: Restoration, privateKey: KeyObject): string {
  const text = `${origin}\n${size}\ntaken ${takenAt.toISOString()}\nrestored ${restoredAt.toISOString()}\n`;
  return `${text}\n${sign(null, Buffer.from(text), privateKey).toString('base64')}\n`;
}

/** Null when it is no declaration that one of the keys signed. */
export function readRestoration(text: string, keys: readonly KeyObject[]): Restoration | null {
  const [, signed, size, taken, restored, signature] = (note.exec(text) ?? []) as string[];
  if (!signed || !signature) return null;
  const bytes = Buffer.from(signature, 'base64');
  if (!keys.some((key) => verify(null, Buffer.from(signed), key, bytes))) return null;
  return { size: Number(size), takenAt: new Date(taken!), restoredAt: new Date(restored!) };
}

/** What was under way when the backup was taken may stand on one side alone, in milliseconds. */
const underWayMs = 30_000;

/** The restoration that explains why something of that moment has no counterpart; undefined: nothing does. */
export function coveringRestoration(restorations: readonly Restoration[], at: Date): Restoration | undefined {
  return restorations.find(
    ({ takenAt, restoredAt }) => at.getTime() >= takenAt.getTime() - underWayMs && at <= restoredAt,
  );
}
