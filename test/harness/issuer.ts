import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { selfSignedCertificate } from './selfSignedCertificate';

export interface TestIssuer {
  /** For `OIDC_ISSUERS`. */
  readonly setting: string;
  /** For `NODE_EXTRA_CA_CERTS`: the file of the certificate to trust. */
  readonly authority: string;
  issue(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

/** An identity provider of an agency: its keys over https on this machine, as the hub demands in production. */
export async function startIssuer(folder: string): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = JSON.stringify({
    keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }],
  });
  const certificate = selfSignedCertificate();
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, certificate.cert);
  const server = createServer(certificate, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    setting: `${issuer}=${issuer}/jwks`,
    authority,
    issue: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setIssuer(issuer)
        .setAudience('skyddsnat')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
