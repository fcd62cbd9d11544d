import type { DeadlineKind, RoutineActor } from '../../../../schema/console/operations';
import type { Text } from '../text/text';

/** What is due, in few words. */
export const dutyTexts: Readonly<Record<DeadlineKind, Text>> = {
  POLICE_REPORT_24H: { sv: 'Anmäl försvinnandet till polisen', en: 'Report the child missing to the police' },
  INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H: {
    sv: 'Meddela god man och socialtjänst',
    en: 'Tell the guardian and social services',
  },
  INFORM_MIGRATION_AGENCY_24H: { sv: 'Meddela Migrationsverket', en: 'Tell the Migration Agency' },
  TRAFFICKING_WATCH_48H: {
    sv: 'Förhöjd risk för människohandel upphör',
    en: 'Raised risk of trafficking ends',
  },
  PROTECTION_ASSESSMENT: { sv: 'Bedöm behovet av skydd genast', en: 'Assess the need of protection at once' },
  INVESTIGATION_DECISION_14D: {
    sv: 'Besluta om utredning ska inledas',
    en: 'Decide whether to investigate',
  },
  INVESTIGATION_4M: { sv: 'Slutför utredningen', en: 'Finish the investigation' },
  CONCERN_REPLY_1W: {
    sv: 'Återkoppla till den som gjorde orosanmälan',
    en: 'Reply to whoever reported the concern',
  },
  LVU_SUBMIT_1W: { sv: 'Underställ rätten omhändertagandet', en: 'Submit the immediate care to the court' },
  LVU_APPLY_4W: { sv: 'Ansök om vård enligt LVU', en: 'Apply for care under LVU' },
  CARE_REVIEW_6M: { sv: 'Ompröva vården', en: 'Review the care' },
  RECONCILIATION_MEETING: { sv: 'Håll avstämningsmöte', en: 'Hold the meeting of those who search' },
  MISSING_AFTER_3M: { sv: 'Räknas som försvunnen', en: 'Counts as missing' },
  RISK_FOLLOW_UP: { sv: 'Följ upp risken', en: 'Follow up the risk' },
  TRANSFER_ANSWER_1M: {
    sv: 'Svara på begäran om överflyttning',
    en: 'Answer the request for a transfer',
  },
  REPRESENTATIVE_15WD: { sv: 'Förordna en företrädare', en: 'Appoint a representative' },
  EIGHTEENTH_BIRTHDAY: { sv: 'Fyller 18 år', en: 'Turns 18' },
};

/** What nobody has to do anything for. */
export const happensByItself: readonly string[] = [
  'TRAFFICKING_WATCH_48H',
  'MISSING_AFTER_3M',
  'EIGHTEENTH_BIRTHDAY',
];

export const actorTexts: Readonly<Record<RoutineActor, Text>> = {
  HOME: { sv: 'boendet', en: 'the home' },
  SOCIAL_SERVICES: { sv: 'socialtjänsten', en: 'social services' },
  GUARDIAN: { sv: 'god man', en: 'the guardian' },
  GUARDIANSHIP_BOARD: { sv: 'överförmyndaren', en: 'the guardianship board' },
  SCHOOL: { sv: 'skolan', en: 'the school' },
  POLICE: { sv: 'polisen', en: 'the police' },
  MIGRATION_AGENCY: { sv: 'Migrationsverket', en: 'the Migration Agency' },
  HEALTH_CARE: { sv: 'vården', en: 'health care' },
  NGO: { sv: 'en frivilligorganisation', en: 'a voluntary organisation' },
  ANYONE: { sv: 'den som är närmast', en: 'whoever is nearest' },
};
