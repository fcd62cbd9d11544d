import { isLoopbackHost } from './loopback';
import { protocolOf, type EnvironmentReader } from './environment';

/** An issuer of tokens that the hub trusts, e.g. one agency's identity provider. */
export interface TrustedIssuer {
  /** Exactly the token's `iss`. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** @default 'skyddsnat' */
  readonly audience: string;
}

export const hubAudience = 'skyddsnat';

const howTo =
  'write it as "issuer=jwksUrl", several separated by commas, ' +
  'or as JSON: [{"issuer":"https://…","jwksUrl":"https://…","audience":"skyddsnat"}].';

/** Reads `OIDC_ISSUERS`: JSON, or a comma list of `issuer=jwksUrl`. */
export function readIssuers(read: EnvironmentReader, production: boolean): TrustedIssuer[] {
  const given = read.text('OIDC_ISSUERS');
  if (given === null) return [];
  const issuers = given.startsWith('[') || given.startsWith('{') ? readJson(given) : readList(given);
  if (!issuers || issuers.length === 0) {
    read.problem(`OIDC_ISSUERS cannot be read: ${howTo}`);
    return [];
  }
  for (const { issuer, jwksUrl } of issuers) {
    if (!isTrustworthy(jwksUrl, production)) {
      read.problem(
        `OIDC_ISSUERS: the keys of ${issuer} must come over https` +
          `${production ? '' : ' (or http from this machine)'}: whoever can change them can be anyone.`,
      );
    }
  }
  const names = issuers.map(({ issuer }) => issuer);
  for (const twice of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
    read.problem(`OIDC_ISSUERS names ${twice} twice: keep one.`);
  }
  return issuers;
}

function readList(text: string): TrustedIssuer[] | null {
  const pairs = text.split(',').map((pair) => /^\s*([^=\s]+)=(\S+)\s*$/.exec(pair));
  if (pairs.some((pair) => pair === null)) return null;
  return pairs.map((pair) => ({ issuer: pair![1]!, jwksUrl: pair![2]!, audience: hubAudience }));
}

function readJson(text: string): TrustedIssuer[] | null {
  const parsed = parseJson(text);
  const list: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const issuers = list.map((entry) => {
    const { issuer, jwksUrl, audience = hubAudience } = (entry ?? {}) as Record<string, unknown>;
    const complete = [issuer, jwksUrl, audience].every((part) => typeof part === 'string' && part !== '');
    return complete ? ({ issuer, jwksUrl, audience } as TrustedIssuer) : null;
  });
  return issuers.some((issuer) => issuer === null) ? null : (issuers as TrustedIssuer[]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTrustworthy(jwksUrl: string, production: boolean): boolean {
  const protocol = protocolOf(jwksUrl);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && !production && isLoopbackHost(new URL(jwksUrl).hostname);
}
