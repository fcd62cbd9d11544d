import type { Profiler } from 'node:inspector';

/** What the bench asks a process that it measures, over the channel that Node.js opens between the two. */
export type Question = 'usage' | 'held' | 'startProfile' | 'stopProfile';

export interface Usage {
  /** User and system time of all threads since the start, in milliseconds. */
  readonly cpuMs: number;
  /** The most memory resident at any moment, in MiB. */
  readonly peakMemory: number;
  /** Memory resident now, in MiB. */
  readonly memory: number;
}

/** What is alive after everything that nobody refers to has been collected, in MiB. */
export interface Held {
  /** Of JavaScript, and of what its objects hold outside its heap. */
  readonly live: number;
  /** Resident, with what the process took before and has not given back. */
  readonly resident: number;
}

export type CpuProfile = Profiler.Profile;
