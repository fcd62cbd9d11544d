import { abscondingReleases } from '../abscondingReleases';
import type {
  AbscondingEpisodeRecord,
  CareOrderRecord,
  MunicipalityRecord,
  PlacementRecord,
  RiskAssessmentRecord,
  SocialCaseRecord,
} from '../../municipality/records';
import { careReviewsOf } from '../careReviewsOf';
import { opaqueId } from '../opaqueId';
import type { StoryFacts } from '../storyFacts';
import type { Calendar } from './calendar';
import { identityOf } from './identityOf';

type SocialCase = NonNullable<StoryFacts['socialCase']>;

/** What the municipalities hold; null for a child that no social services have a case about. */
export function toMunicipalityRecord(
  id: string,
  facts: StoryFacts,
  calendar: Calendar,
): MunicipalityRecord | null {
  const { socialCase, arrivedOn } = facts;
  if (!socialCase || !arrivedOn) return null;
  const openedOn = calendar.dayAfter(arrivedOn, facts.assignment === null ? 0 : 7);
  const episodes = facts.episodes.map((_, position) => episodeOf(id, facts, socialCase, position, calendar));
  const placements = placementsOf(facts, socialCase, openedOn);
  return {
    id,
    protectedIdentity: facts.protectedIdentity ?? false,
    identity: identityOf(facts, calendar),
    socialCases: [socialCaseOf(facts, socialCase, openedOn, calendar)],
    placements,
    episodes,
    riskAssessments: riskAssessmentsOf(id, facts, calendar),
    description: facts.description ? { ...facts.description, updatedOn: openedOn } : null,
    careOrders: careOrdersOf(facts, calendar),
    careReviews: careReviewsOf(placements, calendar.today),
    protectionCases: [],
    releases: abscondingReleases(episodes),
  };
}

function socialCaseOf(
  facts: StoryFacts,
  socialCase: SocialCase,
  openedOn: string,
  calendar: Calendar,
): SocialCaseRecord {
  const closedOn = socialCase.closedAt ? calendar.day(socialCase.closedAt) : null;
  return {
    municipality: socialCase.municipality,
    status: socialCase.status,
    openedOn,
    closedOn,
    caseNumber: `DEMO-${facts.dossierNumber ?? facts.key}`,
    socialWorkerName: 'Robin Provberg',
    socialWorkerPhone: '+46700000200',
    unit: 'Ensamkommande barn och unga',
    guardianConsultedOn: facts.guardian ? closedOn : null,
  };
}

function placementsOf({ placement }: StoryFacts, socialCase: SocialCase, since: string): PlacementRecord[] {
  if (!placement) return [];
  const { type, municipality, by } = placement;
  return [{ type, municipality, placedBy: by ?? socialCase.municipality, since, until: null }];
}

function episodeOf(
  id: string,
  facts: StoryFacts,
  socialCase: SocialCase,
  position: number,
  calendar: Calendar,
): AbscondingEpisodeRecord {
  const { abscondedAt, returnedAt, presumedCause } = facts.episodes[position]!;
  const isLast = position === facts.episodes.length - 1;
  return {
    id: opaqueId('episode', id, position),
    abscondedAt: calendar.instant(abscondedAt, 'ABSCONDING'),
    discoveredAt: calendar.instant(abscondedAt, 'DISCOVERY'),
    arrivalStage: facts.assignment === null,
    abscondedFrom: facts.placement?.municipality ?? socialCase.municipality,
    presumedCause: presumedCause ?? null,
    reportedToPoliceAt: isLast && facts.police ? calendar.instant(facts.police.reportedAt, 'REPORT') : null,
    guardianInformedAt: facts.guardian ? calendar.instant(abscondedAt, 'REPORT') : null,
    migrationAgencyInformedAt:
      facts.guardian && facts.dossierNumber ? calendar.instant(abscondedAt, 'REPORT') : null,
    returnedAt: returnedAt ? calendar.instant(returnedAt, 'RETURN') : null,
    measuresOffered: returnedAt ? true : null,
    notedMissingOn: isLast && !returnedAt && socialCase.closedAt ? calendar.day(socialCase.closedAt) : null,
  };
}

function careOrdersOf({ careOrder }: StoryFacts, calendar: Calendar): CareOrderRecord[] {
  if (!careOrder) return [];
  const decidedAt = calendar.instant(careOrder.decidedAt, 'DECISION');
  const requested = careOrder.handrackningRequestedAt;
  return [
    {
      kind: careOrder.kind,
      decidedAt,
      executedAt: decidedAt,
      submittedAt: decidedAt,
      appliedAt: decidedAt,
      endedAt: null,
      grounds: '3 § LVU',
      handrackningRequestedAt: requested ? calendar.instant(requested, 'DECISION') : null,
    },
  ];
}

function riskAssessmentsOf(id: string, { risk }: StoryFacts, calendar: Calendar): RiskAssessmentRecord[] {
  if (!risk) return [];
  return [
    {
      id: opaqueId('risk', id),
      assessedOn: calendar.day(risk.assessedOn),
      checklistVersion: 'SUN-2025',
      lifeDanger: false,
      nextFollowUpOn: calendar.day('+7d'),
      items: risk.codes.map((code) => ({ code, present: true })),
      plan: [
        {
          area: 'ASYLUM_PROCESS_AND_PLACEMENT',
          measure: 'samtal om avslaget med god man och boende',
          responsible: 'socialsekreterare',
          followUpOn: calendar.day('+7d'),
        },
      ],
    },
  ];
}
