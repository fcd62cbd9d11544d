import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPem } from '../../../schema/protocol/toPem';
import type { Environment } from '../../config/environment';

/**
 * The public keys whose checkpoints count: `GATEWAY_VERIFY_KEY`, that of `GATEWAY_SIGNING_KEY`, or the one in the data
 * folder, and those in the files given, for a log that is older than the hub's present key.
 *
 * @throws when there is none, or a file holds none
 */
export function readKeys(env: Environment, files: readonly string[]): KeyObject[] {
  const keys = files.map((file) => createPublicKey(readFileSync(file, 'utf8')));
  const { GATEWAY_VERIFY_KEY: verifyKey, GATEWAY_SIGNING_KEY: signingKey } = env;
  const kept = join(env['DATA_DIR'] || '.data', 'hub-key.pem');
  if (verifyKey) keys.push(createPublicKey(toPem(verifyKey, 'PUBLIC KEY')));
  else if (signingKey) keys.push(createPublicKey(toPem(signingKey, 'PRIVATE KEY')));
  else if (existsSync(kept)) keys.push(createPublicKey(readFileSync(kept, 'utf8')));
  if (keys.length > 0) return keys;
  throw new Error(
    'No key to check signatures with: set GATEWAY_VERIFY_KEY, give the hub’s DATA_DIR, or a file with --key.',
  );
}
