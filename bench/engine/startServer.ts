import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pinned } from './pinning';

export interface BenchServer {
  /** Such as `http://127.0.0.1:4000`. */
  readonly address: string;
  /** The most memory resident at any moment, in MiB; NaN where the system does not tell. */
  peakMemory(): number;
  /** Processor time so far, in milliseconds. */
  cpuMs(): number;
  stop(): Promise<void>;
}

const patience = 60_000;
const stopPatience = 3_000;
/** Of the clock that `/proc` counts in. */
const ticksPerSecond = 100;

/** Starts a program of this folder, compiled or not, and waits for the line that tells its address. `flags` are Node's. */
export async function startServer(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  pinning: { readonly measured: boolean; readonly pin: boolean },
  flags: readonly string[] = [],
): Promise<BenchServer> {
  const extension = extname(__filename);
  const loader = extension === '.ts' ? ['-r', '@swc-node/register'] : [];
  const file = join(__dirname, program + extension);
  const command = [process.execPath, ...flags, ...loader, file, ...args];
  const [first, ...rest] = pinned(pinning.measured, pinning.pin, command);
  const child = spawn(first!, rest, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    address = /http:\/\/[^/\s]+:\d+/.exec(line)?.[0].replace('localhost', '127.0.0.1');
    if (address) break;
  }
  clearTimeout(timer);
  if (!address) throw new Error(`${program} did not start`);
  child.stdout.resume();
  return {
    address,
    peakMemory: () => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readStatus(child.pid, 'status'))?.[1]) / 1_024,
    cpuMs: () => {
      const fields = readStatus(child.pid, 'stat').split(') ')[1]?.split(' ') ?? [];
      return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1_000;
    },
    stop: async () => {
      child.kill('SIGINT');
      const overdue = setTimeout(() => child.kill('SIGKILL'), stopPatience);
      await exited;
      clearTimeout(overdue);
    },
  };
}

function readStatus(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
