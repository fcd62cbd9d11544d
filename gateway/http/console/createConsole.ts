import type { PlainResponse } from '../plainResponse';
import type { RouteRequest } from '../routes';
import { answerDemoToken, type DemoTokens } from './answerDemoToken';
import { consolePolicy } from './consolePolicy';
import { readConsole, toResponse } from './readConsole';

export interface ConsoleOptions {
  /** Where the built page lies. */
  readonly folder: string;
  /** Who signs people in; empty in demo mode. */
  readonly signIn: readonly SignIn[];
  /** Gives out demo tokens; null outside demo mode. */
  readonly demoTokens: DemoTokens | null;
  /** The public half of the key that signs the duty pack. */
  readonly dutyKey: JsonWebKey | null;
}

/** An OpenID Connect provider whose discovery document says the rest. */
interface SignIn {
  readonly issuer: string;
  readonly clientId: string;
}

/** What is served beside the API: the page, and what it must know before anybody has signed in. */
export type Console = (request: RouteRequest) => Promise<PlainResponse | null>;

export function createConsole(options: ConsoleOptions): Console {
  const { folder, demoTokens, dutyKey } = options;
  // A browser can only go to an issuer whose name is an address.
  const signIn = options.signIn.filter(({ issuer }) => /^https?:\/\//.test(issuer));
  const policy = consolePolicy(signIn.map(({ issuer }) => new URL(issuer).origin));
  const files = readConsole(folder, policy);
  const settings = JSON.stringify({ demo: demoTokens !== null, signIn, dutyKey });
  return async (request) => {
    const [path = '/'] = request.url.split('?');
    if (path === '/demo/token' && demoTokens) return answerDemoToken(request, demoTokens);
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    if (path === '/settings.json') {
      return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: settings };
    }
    const file = files.get(path === '/' ? 'index.html' : path.slice(1));
    if (file) return toResponse(file, request.acceptEncoding);
    return path === '/' ? notBuilt : null;
  };
}

const notBuilt: PlainResponse = {
  status: 503,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Sidan är inte byggd / The page has not been built: npm run build:console\nAPI: /graphql\n',
};
