import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, askedAlone, startMeasuredHub } from '../measured/startMeasuredHub';
import { startMeasured, type MeasuredProcess } from '../measured/startMeasured';
import type { Registers } from './registers';

/**
 * Runs the hub and the floor, each a process of its own, on the same databases. When something fails, tells what the
 * hub noted of it.
 */
export async function withServers(
  registers: Registers,
  say: (line: string) => void,
  use: (hub: MeasuredProcess, floor: MeasuredProcess) => Promise<void>,
): Promise<void> {
  const { dataDir } = registers;
  const log = join(dataDir, 'hub.log');
  const hub = await startMeasuredHub(registers, { env: askedAlone, log });
  try {
    const program = join(__dirname, 'floor', 'main.js');
    const floor = await startMeasured({
      program,
      env: environmentOf(registers),
      log: join(dataDir, 'floor.log'),
    });
    try {
      await use(hub, floor);
    } finally {
      await floor.stop();
    }
  } catch (error) {
    readFaults(log).forEach(say);
    throw error;
  } finally {
    await hub.stop();
  }
}

function readFaults(log: string): string[] {
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines.filter((line) => line.includes('"level":"error"')).slice(-3);
}
