import type { AbscondingEpisodeRecord } from '../../municipality/records';
import { opaqueId } from '../opaqueId';
import type { Away, Life } from './life';
import { causeWeights } from './rates';
import type { Random } from './random';
import { weighted } from './weighted';
import { toInstant, type WorldClock } from './worldClock';

const hour = 3_600_000;
const drawCause = weighted(causeWeights);

/** One absconding as social services register it for the yearly statistics (STH). */
export function episodeRecord(
  life: Life,
  position: number,
  home: string,
  clock: WorldClock,
  random: Random,
): AbscondingEpisodeRecord {
  const away = life.episodes[position]!;
  const until = away.returnedAt ?? clock.now;
  const discovered = Math.min(until, away.from + Math.round(random.lognormal(5, 0.7) * hour));
  const informed = discovered + Math.round(random.lognormal(4, 0.6) * hour);
  return {
    id: opaqueId('episode', life.id, position),
    abscondedAt: toInstant(away.from),
    discoveredAt: toInstant(discovered),
    arrivalStage: life.journey.assignment === null,
    abscondedFrom: life.placedIn ?? home,
    citizenship: life.journey.origin.citizenship,
    presumedCause: random.chance(0.85) ? drawCause(random) : null,
    reportedToPoliceAt: informed < until ? toInstant(informed) : null,
    guardianInformedAt: informed < until && random.chance(0.9) ? toInstant(informed) : null,
    migrationAgencyInformedAt: informed < until ? toInstant(informed) : null,
    leftCountryConfirmedAt: away.leftCountryAt === null ? null : toInstant(away.leftCountryAt),
    notedMissingOn: notedMissingOn(life, away, clock),
    ...endOf(away, random),
  };
}

/** A child still gone when its case is closed is noted as missing (STH). */
function notedMissingOn(life: Life, away: Away, clock: WorldClock): string | null {
  return away.returnedAt === null && life.caseClosedOn !== null ? clock.day(life.caseClosedOn) : null;
}

type End = Pick<
  AbscondingEpisodeRecord,
  'foundAt' | 'foundBy' | 'foundWhere' | 'condition' | 'returnedAt' | 'measuresOffered'
>;

/** Most are found by the police or by outreach; a few come back by themselves (STH). */
function endOf(away: Away, random: Random): End {
  const found = away.foundAt !== null;
  const returned = away.returnedAt !== null;
  if (!found && !returned) return {};
  return {
    foundAt: away.foundAt === null ? null : toInstant(away.foundAt),
    foundBy: found ? random.pick(finders) : 'SELF',
    foundWhere: random.pick([
      'IN_COUNTY',
      'IN_COUNTY',
      'OUTSIDE_COUNTY',
      'OUTSIDE_COUNTY',
      'ABROAD',
    ] as const),
    condition: random.chance(0.2)
      ? [random.pick(['VIOLENCE', 'TRAFFICKING', 'DRUGS', 'CRIME', 'OTHER'] as const)]
      : [],
    returnedAt: away.returnedAt === null ? null : toInstant(away.returnedAt),
    measuresOffered: returned ? random.chance(0.8) : null,
  };
}

const finders = [
  'POLICE',
  'POLICE',
  'POLICE',
  'SOCIAL_SERVICES',
  'SOCIAL_SERVICES',
  'GUARDIAN',
  'HOME',
  'NGO',
] as const;
