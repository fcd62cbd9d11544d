import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What the hub vouches for: the log had this many entries with this root at this time. */
export interface Checkpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly at: Date;
}

/** A public key under which checkpoints are signed. */
export interface CheckpointKey {
  readonly key: KeyObject;
  /** SHA-256 of the key (SubjectPublicKeyInfo), which names the log as in RFC 6962, 3.2. */
  readonly logId: Buffer;
}

/**
 * First line of every checkpoint. The same key signs assertions, which are JSON: neither can be taken for the other.
 */
const origin = 'skyddsnat/audit';

export function toCheckpointKey(key: KeyObject): CheckpointKey {
  const der = createPublicKey(key as never).export({ type: 'spki', format: 'der' });
  return { key, logId: createHash('sha256').update(der).digest() };
}

/** The checkpoint as a signed note (C2SP tlog-checkpoint), which can be kept and checked away from the hub. */
export function signCheckpoint({ size, root, at }: Checkpoint, privateKey: KeyObject): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\ntime ${at.toISOString()}\n`;
  const signature = Buffer.concat([keyHash(privateKey), sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`;
}

const note =
  /^(skyddsnat\/audit\n(\d+)\n([A-Za-z0-9+/]{43}=)\ntime (\S+)\n)\n— skyddsnat\/audit ([A-Za-z0-9+/=]+)\n$/;

/** Null when the text is not a checkpoint at all. */
export function readCheckpoint(text: string): Checkpoint | null {
  const match = note.exec(text);
  if (!match) return null;
  const [, , size, root, at] = match as unknown as string[];
  const time = new Date(at as string);
  if (Number.isNaN(time.getTime())) return null;
  return { size: Number(size), root: Buffer.from(root as string, 'base64'), at: time };
}

/** Whether one of the keys signed it. */
export function isSignedBy(text: string, keys: readonly KeyObject[]): boolean {
  const match = note.exec(text);
  if (!match) return false;
  const signed = Buffer.from(match[1] as string);
  const signature = Buffer.from(match[5] as string, 'base64');
  return keys.some(
    (key) =>
      signature.subarray(0, 4).equals(keyHash(key)) && verify(null, signed, key, signature.subarray(4)),
  );
}

/** The four bytes by which a signed note says whose signature it carries: algorithm 1 is Ed25519. */
function keyHash(key: KeyObject): Buffer {
  const known = keyHashes.get(key) ?? hashKey(key);
  keyHashes.set(key, known);
  return known;
}

const keyHashes = new WeakMap<KeyObject, Buffer>();

function hashKey(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key as never) : key;
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return createHash('sha256')
    .update(`${origin}\n`)
    .update(Buffer.from([1]))
    .update(raw)
    .digest()
    .subarray(0, 4);
}
