import { createPrivateKey, sign, type KeyObject } from 'node:crypto';

export type MessageSigner = (id: string, body: string, now: Date) => Record<string, string>;

/**
 * Signs by the convention of Standard Webhooks, `v1a`: Ed25519 with the hub's key over id, moment and body. Nobody has
 * a secret to keep: whoever receives checks with the public key at `/webhook-key`, and refuses what is older than five
 * minutes.
 */
export function createMessageSigner(signingKey: string): MessageSigner {
  const key: KeyObject = createPrivateKey(signingKey);
  return (id, body, now) => {
    const timestamp = String(Math.floor(now.getTime() / 1_000));
    const signature = sign(null, Buffer.from(`${id}.${timestamp}.${body}`), key).toString('base64');
    return {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1a,${signature}`,
    };
  };
}
