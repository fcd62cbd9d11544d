import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CpuProfile, Held, Question, Usage } from './protocol';

export interface MeasuredOptions {
  /** What to run, a compiled file. */
  readonly program: string;
  /** @default none */
  readonly args?: readonly string[];
  /** Of Node.js itself. @default none */
  readonly flags?: readonly string[];
  /** Loaded before it, compiled files. @default none */
  readonly preload?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** File for its standard error, which names the fault when it does not start. */
  readonly log: string;
  /** Where it tells its port. @default its standard output */
  readonly tellsIn?: 'log';
}

export interface MeasuredProcess {
  /** Of its HTTP server. */
  readonly address: string;
  usage(): Promise<Usage>;
  /** Collects its garbage first. */
  held(): Promise<Held>;
  startProfile(): Promise<void>;
  stopProfile(): Promise<CpuProfile>;
  stop(): Promise<void>;
}

const patience = 300_000;
const address = /http:\/\/localhost:(\d+)/;

/** Starts a server in a process of its own and waits for the line that tells its port. */
export async function startMeasured({
  program,
  args = [],
  flags = [],
  preload = [],
  env,
  log,
  tellsIn,
}: MeasuredOptions): Promise<MeasuredProcess> {
  const stderr = openSync(log, 'w');
  const child = spawn(
    process.execPath,
    [
      ...flags,
      ...[join(__dirname, 'answerBench.js'), ...preload].flatMap((file) => ['-r', file]),
      program,
      ...args,
    ],
    {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', stderr, 'ipc'],
      // Ctrl-C reaches the bench alone, which stops the server in order.
      detached: true,
    },
  );
  closeSync(stderr);
  try {
    const port = await (tellsIn ? readPortIn(log, child) : readPort(child));
    return {
      address: `http://127.0.0.1:${port}`,
      usage: () => ask<Usage>(child, 'usage'),
      held: () => ask<Held>(child, 'held'),
      startProfile: () => ask(child, 'startProfile'),
      stopProfile: () => ask<CpuProfile>(child, 'stopProfile'),
      stop: () => stop(child),
    };
  } catch (cause) {
    await stop(child);
    const said = readFileSync(log, 'utf8').trim().split('\n').slice(-10).join('\n');
    throw new Error(`${program} did not start:\n${said}`, { cause });
  }
}

async function readPort(child: ChildProcess): Promise<number> {
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  try {
    for await (const line of createInterface({ input: child.stdout! })) {
      const port = address.exec(line)?.[1];
      if (port === undefined) continue;
      child.stdout!.resume();
      return Number(port);
    }
    throw new Error('it ended, or said nothing in time');
  } finally {
    clearTimeout(timer);
  }
}

async function readPortIn(log: string, child: ChildProcess): Promise<number> {
  for (const begin = Date.now(); Date.now() - begin < patience && child.exitCode === null;) {
    const port = address.exec(readFileSync(log, 'utf8'))?.[1];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it ended, or said nothing in time');
}

function ask<T>(child: ChildProcess, question: Question): Promise<T> {
  return new Promise((answered, fail) => {
    const onExit = (code: number | null): void => fail(new Error(`a measured process ended (exit ${code})`));
    child.once('exit', onExit);
    child.once('message', (reply) => {
      child.off('exit', onExit);
      answered(reply as T);
    });
    child.send(question);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(timer);
}
