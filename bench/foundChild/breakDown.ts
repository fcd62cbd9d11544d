import { join } from 'node:path';
import type { CpuProfile } from '../measured/protocol';
import { summariseProfile } from '../profile/summariseProfile';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';

/** Smaller shares are told together. */
const leastShare = 0.01;

/** A table of where a server's main thread spends its time, per answer. */
export function breakDown(profile: CpuProfile, answers: number): string {
  const costs = summariseProfile(profile, join(__dirname, '..', '..'));
  const total = costs.reduce((sum, { ms }) => sum + ms, 0);
  const large = costs.filter(({ ms }) => ms / total >= leastShare);
  const rest = total - large.reduce((sum, { ms }) => sum + ms, 0);
  const rows = [...large, { centre: 'the rest', ms: rest }].map(({ centre, ms }) => [
    centre,
    formatNumber(ms / answers),
    `${formatNumber((100 * ms) / total)} %`,
  ]);
  return formatTable(['where', 'ms per answer', 'share'], rows);
}
