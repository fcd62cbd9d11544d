import type { DutyPack } from './dutyPack';

/**
 * Opens a signed pack: `base64url(JSON).base64url(Ed25519 signature)`.
 *
 * @throws when the signature is not the hub's, or the browser cannot check it: then nobody knows whose numbers these are
 */
export async function openDutyPack(signed: string, key: JsonWebKey): Promise<DutyPack> {
  const [body = '', signature = ''] = signed.split('.');
  const imported = await crypto.subtle.importKey('jwk', key, { name: 'Ed25519' }, false, ['verify']);
  const bytes = decode(body);
  const isTrue = await crypto.subtle.verify('Ed25519', imported, decode(signature), bytes);
  if (!isTrue) throw new Error('the signature is not the hub’s');
  const { kind, payload } = JSON.parse(new TextDecoder().decode(bytes)) as {
    kind: string;
    payload: DutyPack;
  };
  if (kind !== 'dutyPack') throw new Error('no duty pack');
  return payload;
}

function decode(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
