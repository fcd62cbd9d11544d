import type { ProtectionCaseRecord } from '../../municipality/records';
import type { Life } from './life';
import type { Random } from './random';
import { toInstant, type WorldClock } from './worldClock';

const day = 86_400_000;

/** The concern report that an absconding causes, and how far the work on it has come (SoL 19:1, 20:1-3). */
export function protectionCasesOf(
  life: Life,
  municipality: string,
  clock: WorldClock,
  random: Random,
): ProtectionCaseRecord[] {
  const last = life.episodes.at(-1);
  if (!last || !random.chance(0.8)) return [];
  const received = last.from + day;
  const step = (days: number): string | null => {
    const at = received + Math.round(random.lognormal(days, 0.4) * day);
    return at < clock.now && random.chance(0.92) ? toInstant(at) : null;
  };
  if (received >= clock.now) return [];
  const protectionAssessedAt = step(0.4);
  const investigationOpenedAt = step(7);
  return [
    {
      municipality,
      concernReceivedAt: toInstant(received),
      protectionAssessedAt,
      investigationOpenedAt,
      investigationClosedAt: investigationOpenedAt ? step(90) : null,
    },
  ];
}
