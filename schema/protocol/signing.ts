import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** How long a subgraph honours what the hub signed, in seconds. An operation lives for less. */
const lifetimeSeconds = 30;
/** Verified tokens are remembered so that one operation costs one signature check per process. */
const rememberedTokens = 2_000;

export class InvalidSignature extends Error {}

export type Signer = (kind: string, payload: unknown, now?: number) => string;
export type Verifier = <T>(kind: string, token: string, now?: number) => T;

interface Envelope {
  kind: string;
  exp: number;
  payload: unknown;
}

/** Signs what one part of the hub tells another: `base64url(envelope).base64url(Ed25519 signature)`. */
export function createSigner(privateKeyPem: string): Signer {
  const key = createPrivateKey(privateKeyPem);
  return (kind, payload, now = Date.now()) => {
    const envelope: Envelope = { kind, exp: Math.floor(now / 1000) + lifetimeSeconds, payload };
    const body = Buffer.from(JSON.stringify(envelope));
    return `${body.toString('base64url')}.${sign(null, body, key).toString('base64url')}`;
  };
}

/** @throws InvalidSignature when the token is not the hub's, of another kind, or too old. */
export function createVerifier(publicKeyPem: string): Verifier {
  const key = createPublicKey(publicKeyPem);
  const seen = new Map<string, Envelope>();
  return <T>(kind: string, token: string, now = Date.now()): T => {
    const envelope = seen.get(token) ?? remember(seen, token, open(token, key));
    if (envelope.kind !== kind) throw new InvalidSignature(`expected a signed ${kind}`);
    if (envelope.exp * 1000 < now) throw new InvalidSignature(`the signed ${kind} has expired`);
    return envelope.payload as T;
  };
}

/** The public half of the hub's key, to hand to a subgraph that runs on its own. */
export function toPublicKey(privateKeyPem: string): string {
  return createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
}

/** The same for a browser (RFC 8037). */
export function toPublicJwk(privateKeyPem: string): JsonWebKey {
  return createPublicKey(privateKeyPem).export({ format: 'jwk' });
}

function open(token: string, key: KeyObject): Envelope {
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) throw new InvalidSignature('not a signed envelope');
  const bytes = Buffer.from(body, 'base64url');
  if (!verify(null, bytes, key, Buffer.from(signature, 'base64url'))) {
    throw new InvalidSignature('the signature is not the hub’s');
  }
  return JSON.parse(bytes.toString('utf8')) as Envelope;
}

function remember(seen: Map<string, Envelope>, token: string, envelope: Envelope): Envelope {
  if (seen.size >= rememberedTokens) seen.delete(seen.keys().next().value as string);
  seen.set(token, envelope);
  return envelope;
}
