import { decodeJwt, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Principal } from '../../schema/protocol/principal';
import { readPrincipal } from './readPrincipal';
import { refuseToken } from './refusal';
import { rememberTokens } from './rememberTokens';

/**
 * Tells who holds the value of an `Authorization` header.
 * @throws UNAUTHENTICATED with `reason`, a `TokenRefusal`.
 */
export type Authenticator = (authorization: string | null) => Promise<Principal>;

export interface KnownIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

export interface AuthenticatorOptions {
  readonly issuers: readonly KnownIssuer[];
  /** @default the system clock */
  readonly now?: () => Date;
  /**
   * How far the agencies' clocks may be off, in seconds.
   * @default 30
   */
  readonly clockTolerance?: number;
}

/** Asymmetric only: with `none` or a shared secret (HS*) a public key would be enough to forge a token. */
const algorithms = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'PS256', 'RS256'];
const longestToken = 8_192;

export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { now = () => new Date(), clockTolerance = 30 } = options;
  const issuers = new Map(options.issuers.map((issuer) => [issuer.issuer, issuer]));
  const remembered = rememberTokens<Principal>();

  return async (authorization) => {
    const token = readBearer(authorization);
    const moment = now();
    const known = remembered.find(token, moment);
    if (known) return known;
    const { keys, issuer, audience } = findIssuer(token, issuers);
    const checks = {
      issuer,
      audience,
      algorithms,
      clockTolerance,
      currentDate: moment,
      requiredClaims: ['exp'],
    };
    const { payload } = await jwtVerify(token, keys, checks).catch((error: unknown) => {
      throw toRefusal(error);
    });
    const principal = readPrincipal(payload);
    remembered.keep(token, principal, moment, (payload.exp as number) + clockTolerance);
    return principal;
  };
}

function readBearer(authorization: string | null): string {
  if (!authorization) throw refuseToken('MISSING');
  const token = /^bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (!token || token.length > longestToken) throw refuseToken('MALFORMED');
  return token;
}

function findIssuer(token: string, issuers: ReadonlyMap<string, KnownIssuer>): KnownIssuer {
  const issuer = issuers.get(readIssuer(token) ?? '');
  if (!issuer) throw refuseToken('UNKNOWN_ISSUER');
  return issuer;
}

function readIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw refuseToken('MALFORMED');
  }
}

function toRefusal(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return refuseToken('EXPIRED');
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error);
  if (error instanceof errors.JWKSTimeout) return refuseToken('ISSUER_UNREACHABLE');
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid)
    return refuseToken('MALFORMED');
  // A wrong signature, an algorithm outside the list, a key the issuer does not publish: one answer for all.
  if (isSignatureFault(error)) return refuseToken('BAD_SIGNATURE');
  return refuseToken('ISSUER_UNREACHABLE');
}

function claimRefusal({ claim, reason }: errors.JWTClaimValidationFailed): Error {
  if (reason === 'missing') return refuseToken('MISSING_CLAIM', claim);
  if (claim === 'aud') return refuseToken('WRONG_AUDIENCE');
  if (claim === 'nbf') return refuseToken('NOT_YET_VALID');
  return refuseToken('INVALID_CLAIM', claim);
}

function isSignatureFault(error: unknown): boolean {
  return (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof TypeError
  );
}
