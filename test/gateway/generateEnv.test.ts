import { createPublicKey } from 'node:crypto';
import { generateEnv } from '../../gateway/generateEnv';
import { createSigner, createVerifier, toPublicKey } from '../../schema/protocol/signing';
import { toPem } from '../../schema/protocol/toPem';

const read = (text: string) =>
  Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));

test('what one key signs the other verifies', () => {
  const env = read(generateEnv());
  const signingKey = toPem(env['GATEWAY_SIGNING_KEY']!, 'PRIVATE KEY');
  const verifyKey = toPem(env['GATEWAY_VERIFY_KEY']!, 'PUBLIC KEY');
  const signed = createSigner(signingKey)('assertion', { who: 'a' });
  expect(createVerifier(verifyKey)('assertion', signed)).toEqual({ who: 'a' });
  expect(createPublicKey(verifyKey).export({ type: 'spki', format: 'pem' })).toBe(toPublicKey(signingKey));
});

test('no two passwords are the same, in one file or in two', () => {
  const secrets = [generateEnv(), generateEnv()].flatMap((text) => {
    const { OIDC_ISSUERS: _, ...rest } = read(text);
    return Object.values(rest);
  });
  expect(new Set(secrets).size).toBe(secrets.length);
  for (const secret of secrets) expect(secret).toMatch(/^[\w+/=-]{32,}$/);
});

test('whose tokens to trust is left for a person to fill in', () => {
  expect(read(generateEnv())['OIDC_ISSUERS']).toBe('');
});
