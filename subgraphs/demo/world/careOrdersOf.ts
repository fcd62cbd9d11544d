import type { CareOrderRecord } from '../../municipality/records';
import type { Life } from './life';
import type { Random } from './random';
import { dayOf, noonOf, toInstant, type WorldClock } from './worldClock';

/** Assumption: how many have been taken into care under LVU, among those away and among the others. */
const careShare = { away: 0.12, home: 0.015 };

export function careOrdersOf(life: Life, clock: WorldClock, random: Random): CareOrderRecord[] {
  const last = life.episodes.at(-1);
  const away = last && last.returnedAt === null ? last : null;
  if (!random.chance(away ? careShare.away : careShare.home)) return [];
  const since = life.journey.assignment?.on ?? life.journey.arrivedOn;
  const latest = away ? dayOf(away.from) - 1 : clock.today - 1;
  if (latest <= since) return [];
  const decided = noonOf(since + random.below(latest - since));
  const decidedAt = toInstant(decided);
  const requested = away ? Math.min(clock.now, away.from + 20 * 3_600_000) : null;
  return [
    {
      kind: 'LVU',
      decidedAt,
      executedAt: decidedAt,
      submittedAt: decidedAt,
      appliedAt: decidedAt,
      endedAt:
        life.caseClosedOn === null ? null : toInstant(noonOf(Math.max(life.caseClosedOn, dayOf(decided)))),
      grounds: random.chance(0.7) ? '3 § LVU' : '2 § LVU',
      handrackningRequestedAt: requested === null ? null : toInstant(requested),
    },
  ];
}
