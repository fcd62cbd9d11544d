import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { projectFolder } from '../../schema/files';

export interface BenchedHub {
  readonly address: string;
  stop(): Promise<void>;
}

/** The whole hub with the demo's children, as `npm start` starts it. */
export async function startHub(dataDir: string): Promise<BenchedHub> {
  const child = spawn(process.execPath, [join(projectFolder(), 'dist', 'gateway', 'main.js')], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((ready, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /ready on (http:\S+)\/graphql/.exec(line)?.[1];
      if (found) ready(found);
    });
    child.once('exit', () => fail(new Error('The hub ended before it was ready.')));
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
