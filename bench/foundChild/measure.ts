import { driveLoad, type DrivenLoad, type HttpQuestion } from '../load/driveLoad';
import type { MeasuredProcess } from '../measured/startMeasured';

export interface Measurement extends DrivenLoad {
  /** Processor time of the server's own process for one answer, in milliseconds. */
  readonly cpuMs: number;
  /** The most memory the server's process has held since its start, in MiB. */
  readonly peakMemory: number;
}

export async function measure(
  server: MeasuredProcess,
  load: { questions: readonly HttpQuestion[]; connections: number; seconds: number; signal: AbortSignal },
): Promise<Measurement> {
  const before = await server.usage();
  const result = await driveLoad({ ...load, address: server.address });
  const { cpuMs, peakMemory } = await server.usage();
  return { ...result, cpuMs: (cpuMs - before.cpuMs) / result.answers, peakMemory };
}
