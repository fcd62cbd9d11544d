import type { RiskAssessmentRecord } from '../../municipality/records';
import { opaqueId } from '../opaqueId';
import type { Life } from './life';
import type { Random } from './random';
import type { WorldClock } from './worldClock';

/** Codes of the checklist for risk of disappearance (SUN); never the items on nationality, which serve the own case alone. */
const codes = [
  'ASYLUM_APPLICATION_REJECTED',
  'ASYLUM_REJECTION_EXPECTED',
  'APPEAL_PENDING',
  'AGE_ASSESSED_UPWARD',
  'APPROACHING_18TH_BIRTHDAY',
  'LONG_PROCESSING_TIME',
  'MOVES_BETWEEN_PLACEMENTS',
  'CONTACTS_ELSEWHERE',
  'OFTEN_AWAY_FROM_ACCOMMODATION',
  'HIGH_SCHOOL_ABSENCE',
  'AVOIDS_CONTACT_WITH_ADULTS',
  'PICKED_UP_BY_UNKNOWN_ADULTS',
  'SLEEP_PROBLEMS_OR_NIGHTMARES',
  'SELF_HARM',
  'SUSPECTED_TRAFFICKING',
];

/** The assessment of the first meeting, with a plan where something was ticked; some were never made. */
export function riskAssessmentsOf(life: Life, clock: WorldClock, random: Random): RiskAssessmentRecord[] {
  if (!random.chance(0.45)) return [];
  const first = life.journey.assignment?.on ?? life.journey.arrivedOn;
  const assessedOn = Math.min(clock.today, first + random.below(60));
  const present = [...new Set([random.pick(codes), random.pick(codes), random.pick(codes)])].slice(
    0,
    random.below(4),
  );
  const nextFollowUpOn = clock.day(clock.today - 5 + random.below(35));
  return [
    {
      id: opaqueId('risk', life.id, 0),
      assessedOn: clock.day(assessedOn),
      checklistVersion: 'SUN-2025',
      lifeDanger: random.chance(0.03),
      nextFollowUpOn: present.length === 0 ? null : nextFollowUpOn,
      items: present.map((code) => ({ code, present: true })),
      plan:
        present.length === 0
          ? []
          : [
              {
                area: 'RISK_BEHAVIOUR',
                measure: 'kontaktperson på boendet och tätare samtal',
                responsible: 'socialsekreterare',
                followUpOn: nextFollowUpOn,
              },
            ],
    },
  ];
}
