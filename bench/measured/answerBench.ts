import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CpuProfile, Held, Question, Usage } from './protocol';

/*
 * Loaded into a measured process before its own program (`node -r`): tells the bench what the process has used and
 * samples where it spends its time, so that the program itself need know nothing of being measured.
 */

let session: Session;
/** Microseconds between samples. */
const samplingInterval = 400;

async function answer(question: Question): Promise<unknown> {
  switch (question) {
    case 'usage':
      return readUsage();
    case 'held':
      return readHeld();
    case 'startProfile':
      session = new Session();
      session.connect();
      await post('Profiler.enable');
      await post('Profiler.setSamplingInterval', { interval: samplingInterval });
      return post('Profiler.start');
    case 'stopProfile':
      return stopProfile();
  }
}

async function stopProfile(): Promise<CpuProfile> {
  const { profile } = await post<{ profile: CpuProfile }>('Profiler.stop');
  session.disconnect();
  return profile;
}

function post<T>(method: string, parameters: object = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result as T)));
  });
}

function readUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return {
    cpuMs: (user + system) / 1_000,
    peakMemory: readPeakMemory(),
    memory: process.memoryUsage.rss() / 2 ** 20,
  };
}

async function readHeld(): Promise<Held> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What a collection finalises, the next one frees.
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { live: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 };
}

/** On Linux `maxRSS` begins with what the bench held when it started this process; the kernel's own mark does not. */
function readPeakMemory(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1_024;
  } catch {
    return process.resourceUsage().maxRSS / 1_024;
  }
}

process.on('message', (question: Question) => {
  void answer(question).then((reply) => process.send?.(reply ?? null));
});
// Without the bench nobody is left to stop it.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
