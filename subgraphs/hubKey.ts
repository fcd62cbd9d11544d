import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPem } from '../schema/protocol/toPem';
import type { SubgraphName } from '../schema/protocol/vocabulary';

export interface HubKey {
  readonly signingKey?: string;
  readonly verifyKey?: string;
}

/**
 * The hub's key. The gateway and the hub's own graph sign, so they need `GATEWAY_SIGNING_KEY`; an agency's subgraph
 * only verifies and gets `GATEWAY_VERIFY_KEY`, the public half. Without either, a key is made in the data folder,
 * for processes that share it on one machine.
 */
export function readHubKey(
  name: SubgraphName,
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
): HubKey {
  const { GATEWAY_SIGNING_KEY: signingKey, GATEWAY_VERIFY_KEY: verifyKey } = env;
  if (signingKey) return { signingKey: readSigningKey(signingKey) };
  if (verifyKey && name !== 'identification') return { verifyKey: readVerifyKey(verifyKey) };
  if (env['NODE_ENV'] === 'production') {
    throw new Error(
      name === 'identification'
        ? 'Set GATEWAY_SIGNING_KEY to the PEM of the hub’s Ed25519 key: this subgraph signs with it.'
        : 'Set GATEWAY_VERIFY_KEY to the PEM of the public half of the hub’s Ed25519 key.',
    );
  }
  return { signingKey: keepHubKey(dataDir) };
}

function readSigningKey(given: string): string {
  const pem = toPem(given, 'PRIVATE KEY');
  if (isEd25519(() => createPrivateKey(pem))) return pem;
  throw new Error('GATEWAY_SIGNING_KEY is not a private Ed25519 key: "npm run env" makes one.');
}

/** A public key can be read out of a private one: an agency that is handed the private one by mistake is told so. */
function readVerifyKey(given: string): string {
  const pem = toPem(given, 'PUBLIC KEY');
  if (!pem.includes('PRIVATE') && isEd25519(() => createPublicKey(pem))) return pem;
  throw new Error(
    'GATEWAY_VERIFY_KEY is not a public Ed25519 key: it is the public half of GATEWAY_SIGNING_KEY.',
  );
}

function isEd25519(read: () => KeyObject): boolean {
  try {
    return read().asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** The generated key of a data folder. */
export function keepHubKey(dataDir: string): string {
  const file = join(dataDir, 'hub-key.pem');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    try {
      writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process made it first
    }
  }
  return readFileSync(file, 'utf8');
}
