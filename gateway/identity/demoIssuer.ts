import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { Agency, Role } from '../../schema/protocol/vocabulary';
import { hubAudience } from '../config/issuers';
import type { KnownIssuer } from './createAuthenticator';
import { keepSecretFile } from './keepSecretFile';
import { agenciesOfRole } from './roles';

const demoIssuerName = 'urn:skyddsnat:demo';

export interface DemoClaims {
  readonly role: Role;
  readonly municipality?: string | undefined;
  /** @default the role's first agency */
  readonly agency?: Agency | undefined;
  /** @default 'demo-' and the role */
  readonly sub?: string | undefined;
  /**
   * Lifetime in seconds.
   * @default 8 hours
   */
  readonly expiresIn?: number | undefined;
  /** @default 'loa3' */
  readonly acr?: string | undefined;
}

export interface DemoIssuer extends KnownIssuer {
  /** A signed JWT. */
  issue(claims: DemoClaims): Promise<string>;
}

/**
 * An issuer for trying the hub on one machine: whoever can read the key file can be anyone. `readConfig` allows it on
 * loopback only and never in production.
 */
export async function createDemoIssuer(dataDir: string, now = () => new Date()): Promise<DemoIssuer> {
  const key = createPrivateKey(await keepSecretFile(join(dataDir, 'demo-issuer.pem'), generateKey));
  const publicKey = createPublicKey(key);
  return {
    issuer: demoIssuerName,
    audience: hubAudience,
    keys: async () => publicKey,
    issue: (claims) => sign(claims, key, Math.floor(now().getTime() / 1000)),
  };
}

function generateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function sign(claims: DemoClaims, key: KeyObject, now: number): Promise<string> {
  const { role, municipality, agency = agenciesOfRole[role][0], expiresIn = 8 * 3600, acr = 'loa3' } = claims;
  return new SignJWT({ role, agency, acr, ...(municipality && { municipality }) })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setIssuer(demoIssuerName)
    .setAudience(hubAudience)
    .setSubject(claims.sub ?? `demo-${role.toLowerCase()}`)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresIn)
    .sign(key);
}
