import { registerWords } from '../shared/graph/vocabulary';

/* The words for what happens from an absconding to the return and the closing of the case (NB, STH, VG). */

export const DiscoveredByEnum = registerWords('DiscoveredBy', 'Who noticed the absconding (upptäckt av).', {
  HOME: 'The placement’s staff or foster parents (boendet).',
  SOCIAL_SERVICES: 'Social services (socialtjänsten).',
  SCHOOL: 'The school (skolan).',
  GUARDIAN: 'The guardian (god man).',
  POLICE: 'The police (polisen).',
  OTHER: 'Someone else (annan).',
});
export type DiscoveredBy = keyof typeof DiscoveredByEnum;

export const NoticeReceiverEnum = registerWords('NoticeReceiver', 'Who was told (mottagare).', {
  MIGRATION_AGENCY: 'Migrationsverket (Migrationsverket).',
  GUARDIAN: 'The guardian (god man, särskilt förordnad vårdnadshavare).',
  GUARDIANSHIP_BOARD: 'The guardianship board (överförmyndaren).',
  POLICE: 'The police (Polismyndigheten).',
  RESPONSIBLE_SOCIAL_SERVICES: 'Social services of the municipality in charge (ansvarig socialtjänst).',
  SOCIAL_EMERGENCY: 'The social emergency service (socialjour).',
  YOUTH_EMERGENCY: 'The youth emergency service (ungdomsjour).',
  OUTREACH: 'Outreach teams (uppsökande verksamhet).',
  HOME: 'The placement (boendet).',
  SCHOOL: 'The school (skolan).',
  NGO: 'A voluntary organisation, which is a private party (frivilligorganisation).',
  FOREIGN_AUTHORITY: 'An authority of the country the child may go to (myndighet i annat land).',
});
export type NoticeReceiver = keyof typeof NoticeReceiverEnum;

export const NoticeSenderEnum = registerWords('NoticeSender', 'Who told it (uppgiftslämnare).', {
  SOCIAL_SERVICES: 'Social services (socialtjänsten).',
  HOME: 'The placement (boendet).',
  GUARDIAN: 'The guardian (god man).',
  SCHOOL: 'The school (skolan).',
  POLICE: 'The police (polisen).',
});
export type NoticeSender = keyof typeof NoticeSenderEnum;

export const NoticeSubjectEnum = registerWords('NoticeSubject', 'What was told (vad som meddelats).', {
  ABSCONDING: 'That the child has absconded (avvikandet).',
  RETURN: 'That the child was found or is back (påträffande eller återkomst).',
  LEFT_COUNTRY: 'That the child has left Sweden for good (varaktigt utomlands).',
});
export type NoticeSubject = keyof typeof NoticeSubjectEnum;

export const NoticeContentEnum = registerWords(
  'NoticeContent',
  'What those who may meet the child were told of it (uppgifter till uppsökande verksamhet).',
  {
    NAME: 'Name (namn).',
    NATIONALITY: 'Nationality (nationalitet).',
    AGE: 'Age (ålder).',
    BUILD: 'Build (kroppsbyggnad).',
    PHOTO: 'A photo (fotografi).',
  },
);
export type NoticeContent = keyof typeof NoticeContentEnum;

export const MeetingParticipantEnum = registerWords('MeetingParticipant', 'Who took part (deltagare).', {
  GUARDIAN: 'The guardian (god man).',
  HOME: 'The placement (boendet).',
  POLICE: 'The police (polisen).',
  SCHOOL: 'The school (skolan).',
  MIGRATION_AGENCY: 'Migrationsverket (Migrationsverket).',
  GUARDIANSHIP_BOARD: 'The guardianship board (överförmyndaren).',
  HEALTH_CARE: 'Health care (vården).',
  OTHER: 'Someone else (annan).',
});
export type MeetingParticipant = keyof typeof MeetingParticipantEnum;

export const CareReviewKindEnum = registerWords(
  'CareReviewKind',
  'In which way the need of care was reviewed (slag av prövning).',
  {
    CONSIDERED: 'Considered by the board: care by consent or under LVU 2 § (övervägande).',
    REEXAMINED: 'Examined anew, with a decision: care under LVU 3 § (omprövning).',
  },
);
export type CareReviewKind = keyof typeof CareReviewKindEnum;

export const CareReviewOutcomeEnum = registerWords('CareReviewOutcome', 'What a review came to (utfall).', {
  CONTINUES: 'The care goes on as it is (vården fortsätter).',
  CHANGES: 'The care goes on in another form or place (vården ändras).',
  ENDS: 'The care is to end (vården ska upphöra).',
});
export type CareReviewOutcome = keyof typeof CareReviewOutcomeEnum;

export const GuardianOpinionEnum = registerWords(
  'GuardianOpinion',
  'What the guardian says about closing the case (god mans inställning).',
  {
    AGREES: 'Agrees (instämmer).',
    OBJECTS: 'Objects (motsätter sig).',
    NO_OPINION: 'Was asked and has no opinion (ingen synpunkt).',
    NO_GUARDIAN: 'There is no guardian to ask (god man saknas).',
  },
);
export type GuardianOpinion = keyof typeof GuardianOpinionEnum;

export const LeftCountrySourceEnum = registerWords(
  'LeftCountrySource',
  'Who confirmed that the child has left Sweden for good (bekräftat av).',
  {
    MIGRATION_AGENCY: 'Migrationsverket (Migrationsverket).',
    POLICE: 'The police (polisen).',
    GUARDIAN: 'The guardian (god man).',
    FAMILY: 'The child’s family (anhörig).',
    FOREIGN_AUTHORITY: 'An authority of the other country (myndighet i annat land).',
    OTHER: 'Someone else (annan).',
  },
);
export type LeftCountrySource = keyof typeof LeftCountrySourceEnum;

export const HandrackningGroundEnum = registerWords(
  'HandrackningGround',
  'Why the police must assist (skäl för handräckning, 43 § LVU).',
  {
    POLICE_POWERS_NEEDED:
      'Special powers of the police are feared to be needed (polisens särskilda befogenheter).',
    EXCEPTIONAL_REASONS: 'Exceptional reasons (synnerliga skäl).',
  },
);
export type HandrackningGround = keyof typeof HandrackningGroundEnum;
