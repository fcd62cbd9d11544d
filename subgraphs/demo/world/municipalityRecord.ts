import type {
  AbscondingEpisodeRecord,
  MunicipalityRecord,
  PlacementRecord,
  SocialCaseRecord,
} from '../../municipality/records';
import { abscondingReleases } from '../abscondingReleases';
import { careReviewsOf } from '../careReviewsOf';
import { drawOfficial } from '../names/officials';
import { careOrdersOf } from './careOrdersOf';
import { descriptionOf } from './descriptionOf';
import { episodeRecord } from './episodeRecord';
import { identityOf } from './identityOf';
import type { Life } from './life';
import { protectionCasesOf } from './protectionCasesOf';
import type { Random } from './random';
import { riskAssessmentsOf } from './riskAssessmentsOf';
import type { WorldClock } from './worldClock';

/** What the municipalities hold; null for a child that no social services have met. */
export function toMunicipalityRecord(
  life: Life,
  clock: WorldClock,
  random: Random,
): MunicipalityRecord | null {
  if (life.journey.stage === 'NEVER_APPLIED') return null;
  const home = life.journey.assignment?.municipality ?? life.journey.arrivalMunicipality;
  const episodes: AbscondingEpisodeRecord[] = life.episodes.map((_, position) =>
    episodeRecord(life, position, home, clock, random),
  );
  const record = {
    id: life.id,
    protectedIdentity: life.protectedIdentity,
    identity: identityOf(life, clock, random),
    socialCases: [socialCaseOf(life, home, clock, random)],
    placements: placementsOf(life, home, clock, random),
    episodes,
    riskAssessments: riskAssessmentsOf(life, clock, random),
    description: descriptionOf(life, clock, random),
    careOrders: careOrdersOf(life, clock, random),
    protectionCases: protectionCasesOf(life, home, clock, random),
    releases: abscondingReleases(episodes),
  };
  return { ...record, careReviews: careReviewsOf(record.placements, clock.day(clock.today)) };
}

function socialCaseOf(life: Life, home: string, clock: WorldClock, random: Random): SocialCaseRecord {
  const openedOn = clock.day(life.journey.assignment?.on ?? life.journey.arrivedOn);
  const closedOn = life.caseClosedOn === null ? null : clock.day(life.caseClosedOn);
  return {
    municipality: home,
    status: closedOn === null ? 'OPEN' : 'CLOSED',
    openedOn,
    closedOn,
    caseNumber: `${openedOn.slice(0, 4)}-${life.seed}-${life.index}`,
    socialWorkerName: drawOfficial(random),
    unit: random.chance(0.7) ? 'Ensamkommande barn och unga' : 'Barn och familj',
    guardianConsultedOn: closedOn,
  };
}

function placementsOf(life: Life, home: string, clock: WorldClock, random: Random): PlacementRecord[] {
  if (life.placedIn === null) return [];
  const since = life.journey.assignment?.on ?? life.journey.arrivedOn;
  return [
    {
      type: placementType(life, clock, random),
      municipality: life.placedIn,
      placedBy: home,
      since: clock.day(since),
      until: life.caseClosedOn === null ? null : clock.day(life.caseClosedOn),
    },
  ];
}

/** Supported housing takes young people from 16 (SUN). */
function placementType(life: Life, clock: WorldClock, random: Random): PlacementRecord['type'] {
  if (life.journey.assignment === null) return 'ARRIVAL_HOME';
  if (life.protectedIdentity && random.chance(0.5)) return 'PROTECTED_HOUSING';
  const age = Math.floor((clock.today - life.bornOn) / 365.2425);
  if (age < 15) return random.pick(['FOSTER_HOME', 'FOSTER_HOME', 'NETWORK_HOME', 'HVB'] as const);
  if (age < 16) return random.pick(['HVB', 'HVB', 'FOSTER_HOME', 'NETWORK_HOME'] as const);
  return random.pick([
    'HVB',
    'HVB',
    'SUPPORTED_HOUSING',
    'SUPPORTED_HOUSING',
    'FOSTER_HOME',
    'NETWORK_HOME',
  ] as const);
}
