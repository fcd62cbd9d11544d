import { generateKeyPairSync } from 'node:crypto';
import { toPublicKey } from '../../schema/protocol/signing';
import { readHubKey } from '../../subgraphs/hubKey';
import { temporaryFolder } from '../harness/temporaryFolder';

const folder = () => temporaryFolder('key');
const signingKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const verifyKey = toPublicKey(signingKey);
const production = { NODE_ENV: 'production' };

test.each([
  ['as PEM', (pem: string) => pem],
  ['as PEM on one line', (pem: string) => pem.replaceAll('\n', '\\n')],
  ['as the base64 inside PEM', (pem: string) => pem.split('\n')[1]!],
])('a key is read %s', (_, write) => {
  const own = readHubKey('identification', folder(), {
    ...production,
    GATEWAY_SIGNING_KEY: write(signingKey),
  });
  expect(toPublicKey(own.signingKey!)).toBe(verifyKey);
  const agency = readHubKey('police', folder(), { ...production, GATEWAY_VERIFY_KEY: write(verifyKey) });
  expect(agency.verifyKey?.trim()).toBe(verifyKey.trim());
  expect(agency.signingKey).toBeUndefined();
});

test('an agency that is handed the signing key to verify with is told so', () => {
  expect(() => readHubKey('police', folder(), { GATEWAY_VERIFY_KEY: signingKey })).toThrow(/public half/);
});

test('a broken key is named, its value is not', () => {
  expect(() => readHubKey('identification', folder(), { GATEWAY_SIGNING_KEY: 'hemlig' })).toThrow(
    /^GATEWAY_SIGNING_KEY is not a private Ed25519 key(?!.*hemlig)/,
  );
});

test('the hub’s own graph signs, so the public key alone is not enough for it in production', () => {
  expect(() =>
    readHubKey('identification', folder(), { ...production, GATEWAY_VERIFY_KEY: verifyKey }),
  ).toThrow(/GATEWAY_SIGNING_KEY/);
});

test('outside production the processes of one data folder share a generated key', () => {
  const shared = folder();
  expect(readHubKey('police', shared, {})).toEqual(readHubKey('identification', shared, {}));
});
