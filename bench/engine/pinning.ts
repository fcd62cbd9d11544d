import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What is measured has a processor of its own; load and subgraphs share another. */
const measuredOn = '0';
const loadOn = '1';

/** Whether processes can be kept apart here: by `taskset` (util-linux), on two processors or more. */
export function canPin(): boolean {
  return availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;
}

/** The command that runs a program on its processor. */
export function pinned(measured: boolean, pin: boolean, command: readonly string[]): readonly string[] {
  return pin ? ['taskset', '-c', measured ? measuredOn : loadOn, ...command] : command;
}

/** Keeps this process, which drives the load, off the processor of what is measured. */
export function pinLoad(): void {
  spawnSync('taskset', ['-acp', loadOn, String(process.pid)]);
}
