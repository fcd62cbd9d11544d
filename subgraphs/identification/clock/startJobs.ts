import type { JobParts, Jobs } from '../../shared/server/jobs';
import { startDutyClock } from './startDutyClock';

/** `DUTY_CLOCK`: `off` for a process that is not to run the clock. @default on where the hub's signing key is */
export async function startJobs({ settings, sign, ...parts }: JobParts): Promise<Jobs | null> {
  if (settings['DUTY_CLOCK'] === 'off' || !sign) return null;
  return startDutyClock({ ...parts, sign });
}
