import { createRemoteJWKSet } from 'jose';
import type { TrustedIssuer } from '../config/issuers';
import type { KnownIssuer } from './createAuthenticator';

/**
 * An agency's identity provider. Its keys are fetched when first needed, kept ten minutes, and fetched again at most
 * every thirty seconds when a token names a key that is not among them.
 */
export function remoteIssuer({ issuer, audience, jwksUrl }: TrustedIssuer): KnownIssuer {
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 3_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
  return { issuer, audience, keys };
}
