import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../schema/files';

export interface Program {
  /** Where it listens, as its ready line says. */
  readonly address: string;
  /** Everything it has written so far, both streams together. */
  readonly output: readonly string[];
  /** Sends SIGTERM; gives the exit code, null when it ended by a signal. */
  stop(): Promise<number | null>;
  /** Ends it where it stands (SIGKILL). */
  kill(): Promise<number | null>;
}

/** Starts a program from the source with this environment alone and waits for its ready line. */
export async function startProgram(args: readonly string[], env: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', ...args], {
    cwd: projectFolder(),
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const address = await new Promise<string>((ready, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        const found = /ready on (http:\S+)\/graphql/.exec(line)?.[1];
        if (found) ready(found);
      });
    }
    child.once('exit', () =>
      fail(new Error(`${args.join(' ')} ended before it was ready:\n${output.join('\n')}`)),
    );
  });
  return { address, output, stop: () => stop(child, 'SIGTERM'), kill: () => stop(child, 'SIGKILL') };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exited;
  return child.exitCode;
}
