import type { FoundEventRecord, MissingPersonReportRecord, PoliceRecord } from '../../police/records';
import { opaqueId } from '../opaqueId';
import { heardIdentityOf, identityOf } from './identityOf';
import type { Away, Life } from './life';
import type { Random } from './random';
import type { Draw } from './weighted';
import { dayOf, toInstant, type WorldClock } from './worldClock';

const hour = 3_600_000;

/** What the police hold; null for a child that nobody reported and no finder met. */
export function toPoliceRecord(
  life: Life,
  clock: WorldClock,
  municipality: Draw<string>,
  random: Random,
): PoliceRecord | null {
  if (life.journey.stage === 'NEVER_APPLIED') return metRecord(life, clock, municipality, random);
  const reports = life.episodes.flatMap((away, position) => reportOf(life, away, position, clock, random));
  const found = life.episodes.flatMap((away, position) =>
    foundEventsOf(life, away, position, municipality, random),
  );
  if (reports.length === 0 && found.length === 0) return null;
  return {
    id: life.id,
    protectedIdentity: life.protectedIdentity,
    identity: identityOf(life, clock, random),
    nationalAlertActive: reports.at(-1)?.status === 'OPEN',
    suspectedVictim: random.chance(0.06),
    suspectedOffender: random.chance(0.05),
    missingPersonReports: reports,
    foundEvents: found,
  };
}

/** A child met by a finder and known to nobody else. */
function metRecord(life: Life, clock: WorldClock, municipality: Draw<string>, random: Random): PoliceRecord {
  const at = clock.now - Math.round(random.lognormal(40, 1) * 24 * hour);
  return {
    id: life.id,
    protectedIdentity: life.protectedIdentity,
    identity: heardIdentityOf(life, dayOf(at), clock, random),
    foundEvents: [
      {
        id: opaqueId('found', life.id, 0),
        foundIn: municipality(random),
        at: toInstant(at),
        by: random.chance(0.7) ? 'POLICE' : 'OUTREACH',
        identityKnown: false,
      },
    ],
  };
}

/** Nearly every absconding is reported, most within the 24 hours of the plans (NB, STH). */
function reportOf(
  life: Life,
  away: Away,
  position: number,
  clock: WorldClock,
  random: Random,
): MissingPersonReportRecord[] {
  const reportedAt = Math.round(away.from + random.lognormal(14, 0.6) * hour);
  if (reportedAt >= (away.returnedAt ?? clock.now) || random.chance(0.06)) return [];
  return [
    {
      reportNumber: `5000-K${life.seed}${String(life.index).padStart(7, '0')}-${position + 1}`,
      reportedAt: toInstant(reportedAt),
      reportedBy: random.pick(['god man', 'god man', 'socialsekreterare', 'boendet']),
      status: away.returnedAt === null && away.leftCountryAt === null ? 'OPEN' : 'CLOSED',
      lastSeenPlace: random.pick(['boendet', 'skolan', 'centralstationen', null]),
      lastSeenAt: toInstant(away.from),
    },
  ];
}

function foundEventsOf(
  life: Life,
  away: Away,
  position: number,
  municipality: Draw<string>,
  random: Random,
): FoundEventRecord[] {
  if (away.foundAt === null || random.chance(0.4)) return [];
  return [
    {
      id: opaqueId('found', life.id, position),
      foundIn: municipality(random),
      at: toInstant(away.foundAt),
      by: random.pick(['POLICE', 'POLICE', 'OUTREACH', 'NGO', 'SOCIAL_SERVICES'] as const),
      identityKnown: random.chance(0.7),
    },
  ];
}
