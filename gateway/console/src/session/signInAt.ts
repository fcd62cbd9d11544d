import * as oauth from 'oauth4webapi';
import { hubUrl } from '../hub/settings';
import { signInChannel } from './signInChannel';

/** As long as an e-ID takes a person with cold hands. */
const patienceMs = 5 * 60_000;

/**
 * Signs in with OpenID Connect: authorization code with PKCE (RFC 7636), in a window of its own, so that verifier and
 * token never leave this page's memory.
 *
 * @throws when the window is blocked or closed, time is up, or the issuer says no
 */
export async function signInAt(issuer: string, clientId: string): Promise<string> {
  // Opened before anything is waited for: browsers let a press open a window, not what follows later.
  const popup = open('about:blank', 'skyddsnat-login', 'width=480,height=720');
  if (!popup) throw new Error('blocked');
  const url = new URL(issuer);
  const insecure = { [oauth.allowInsecureRequests]: url.protocol === 'http:' };
  const found = await oauth.discoveryRequest(url, insecure);
  const server = await oauth.processDiscoveryResponse(url, found);
  const client: oauth.Client = { client_id: clientId };
  const redirectUri = hubUrl('');
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const challenge = await oauth.calculatePKCECodeChallenge(verifier);
  popup.location.href = authorizationUrl(server, { clientId, redirectUri, state, challenge });
  const answer = new URL(await waitForAnswer(popup));
  const parameters = oauth.validateAuthResponse(server, client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri,
    verifier,
    insecure,
  );
  const { access_token: token } = await oauth.processAuthorizationCodeResponse(server, client, response);
  return token;
}

function authorizationUrl(
  { authorization_endpoint: endpoint }: oauth.AuthorizationServer,
  asked: { clientId: string; redirectUri: string; state: string; challenge: string },
): string {
  if (!endpoint) throw new Error('the issuer names no authorization endpoint');
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    scope: 'openid',
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri,
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
}

function waitForAnswer(popup: Window): Promise<string> {
  const channel = new BroadcastChannel(signInChannel);
  return new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('time is up')), patienceMs);
    channel.onmessage = ({ data }: MessageEvent<string>) => {
      clearTimeout(timer);
      resolve(data);
    };
  }).finally(() => {
    channel.close();
    popup.close();
  });
}
