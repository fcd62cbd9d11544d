import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface LoginProvider {
  readonly issuer: string;
  /** Signs people in who are to come back to that address. */
  serve(redirectUri: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * An agency's login, by a certified implementation of OpenID Connect.
 * @param lifetime of its tokens, in seconds
 */
export async function startLoginProvider(lifetime: number): Promise<LoginProvider> {
  const child = spawn(process.execPath, [join(__dirname, 'oidcProvider.mjs'), String(lifetime)], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<string> => String((await lines.next()).value);
  return {
    issuer: await read(),
    serve: async (redirectUri) => {
      child.stdin.write(`${redirectUri}\n`);
      await read();
    },
    close: async () => {
      child.kill();
      await exited;
    },
  };
}
