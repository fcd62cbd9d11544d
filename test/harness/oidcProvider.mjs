import console from 'node:console';
import { createServer } from 'node:http';
import process from 'node:process';
import { generateKeyPair, exportJWK } from 'jose';
import { Provider } from 'oidc-provider';

/*
 * An agency's login: a certified OpenID Connect provider in a process of its own. Whoever signs in under a name becomes
 * what the name says: `SOCIAL_WORKER 2580 anna`. The first line on its output is its address; told a redirect address on
 * its input, it serves.
 */
const [lifetime = '300'] = process.argv.slice(2);
const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
console.log(issuer);

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'ES256', use: 'sig' };

process.stdin.once('data', (line) => {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'skyddsnat',
        redirect_uris: [String(line).trim()],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_, { accountId }) => {
      const [role, municipality] = accountId.split(' ');
      return { role, agency: 'MUNICIPALITY', municipality, acr: 'http://id.elegnamnden.se/loa/1.0/loa3' };
    },
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:skyddsnat',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: 'skyddsnat',
          accessTokenTTL: Number(lifetime),
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
  server.on('request', provider.callback());
  console.log('ready');
});
