import { registerWords } from '../shared/graph/vocabulary';

/* The word lists of the guardianship boards' records. */

export const GuardianshipKindEnum = registerWords(
  'GuardianshipKind',
  'The kind of representative (ställföreträdarens slag).',
  {
    GOD_MAN: 'Guardian for an unaccompanied child (god man, lag 2005:429).',
    PROVISIONAL: 'Guardian appointed for the time until the matter is decided (tillfällig god man).',
    REPRESENTATIVE: 'Representative until a guardian is in place (företrädare).',
    SFV: 'Specially appointed custodian after a residence permit (särskilt förordnad vårdnadshavare).',
  },
);
export type GuardianshipKind = keyof typeof GuardianshipKindEnum;

export const GuardianReportKindEnum = registerWords(
  'GuardianReportKind',
  'Which report a guardian makes to the board (rapportens slag).',
  {
    ABSCONDING: 'The child has disappeared (försvinnande).',
    RETURN: 'The child was found or is back (återkomst).',
  },
);
export type GuardianReportKind = keyof typeof GuardianReportKindEnum;

export const GuardianshipStatusEnum = registerWords(
  'GuardianshipStatus',
  'Whether the guardian represents the child today (förordnandets giltighet).',
  { ACTIVE: 'In force (gällande).', ENDED: 'Over (upphört).' },
);
export type GuardianshipStatus = keyof typeof GuardianshipStatusEnum;

export const GuardianshipEndReasonEnum = registerWords(
  'GuardianshipEndReason',
  'Why a guardianship ended (skäl för upphörande).',
  {
    TURNED_18: 'The child came of age (barnet har fyllt 18 år).',
    AGE_DECISION: 'The board decided that the person is an adult (beslut om ålder).',
    PARENT_ARRIVED: 'A parent can act for the child (förälder har kommit).',
    CUSTODIAN_APPOINTED: 'A custodian was appointed (särskilt förordnad vårdnadshavare utsedd).',
    CHANGE_OF_GUARDIAN: 'Another guardian took over (byte av god man).',
    LEFT_COUNTRY: 'The child has left Sweden for good (barnet har lämnat landet varaktigt).',
    DECEASED: 'The child has died (barnet har avlidit).',
    OTHER: 'Another reason (annat skäl).',
  },
);
export type GuardianshipEndReason = keyof typeof GuardianshipEndReasonEnum;
