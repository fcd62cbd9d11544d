import { registerWords } from '../shared/graph/vocabulary';

/* The word lists of Migrationsverket's records. The grounds of an assignment follow the assignment model (SUN, VG). */

export const NameKindEnum = registerWords('NameKind', 'How the agency came to a name (namnets ursprung).', {
  REGISTERED: 'Registered by the agency, now or before (registrerat).',
  STATED: 'Said by the child or someone else, not registered (uppgivet).',
  ALIAS: 'Another name the child has used (alias).',
});
export type NameKind = keyof typeof NameKindEnum;

export const ClaimKindEnum = registerWords(
  'ClaimKind',
  'How the agency came to a claim (uppgiftens ursprung).',
  {
    REGISTERED: 'Registered by the agency, now or before (registrerad).',
    STATED: 'Said by the child or someone else, not registered (uppgiven).',
  },
);
export type ClaimKind = keyof typeof ClaimKindEnum;

export const AgeAssessmentMethodEnum = registerWords(
  'AgeAssessmentMethod',
  'What a decision on age rests on (underlag för åldersbedömning).',
  {
    OWN_STATEMENT: 'What the child says (egen uppgift).',
    DOCUMENTS: 'Identity documents (handlingar).',
    CONVERSATION: 'Conversation with the child (samtal).',
    MEDICAL_EXAMINATION: 'Medical examination (medicinsk åldersbedömning).',
    OVERALL: 'All that is known taken together (samlad bedömning).',
  },
);
export type AgeAssessmentMethod = keyof typeof AgeAssessmentMethodEnum;

export const AssignmentGroundEnum = registerWords(
  'AssignmentGround',
  'Why this municipality was assigned (grund för anvisning).',
  {
    RESETTLEMENT: 'The child came as a quota refugee, outside the model (vidarebosättning).',
    NEAR_RELATIVE: 'A near relative lives there (nära anhörig).',
    NEXT_IN_TURN: 'The municipality was next in turn by its share (kommunens andel).',
    EARLIER_CONNECTION: 'Back after an absconding, by connection to an earlier municipality (anknytning).',
  },
);
export type AssignmentGround = keyof typeof AssignmentGroundEnum;

export const AsylumCaseStatusEnum = registerWords(
  'AsylumCaseStatus',
  'Whether the agency has an ongoing case (ärendets status).',
  { OPEN: 'Ongoing (pågående).', CLOSED: 'Closed (avslutat).' },
);
export type AsylumCaseStatus = keyof typeof AsylumCaseStatusEnum;

export const AsylumDecisionEnum = registerWords('AsylumDecision', 'How the agency decided (asylbeslut).', {
  PENDING: 'Not decided yet (väntar på beslut).',
  GRANTED: 'Residence permit (bifall, uppehållstillstånd).',
  REFUSED: 'Refused (avslag).',
  TRANSFERRED: 'Another state examines the application (överföring enligt Dublinförordningen).',
  DISCONTINUED: 'Struck out, e.g. withdrawn or the child cannot be reached (avskrivet).',
});
export type AsylumDecision = keyof typeof AsylumDecisionEnum;

export const ClosingReasonEnum = registerWords(
  'AsylumCaseClosingReason',
  'Why the agency closed its case (skäl för avslut).',
  {
    ABSCONDED: 'The child has absconded and cannot be reached (avviken).',
    DECIDED: 'The decision can no longer be appealed (lagakraftvunnet beslut).',
    WITHDRAWN: 'The application was withdrawn (återkallad ansökan).',
    LEFT_COUNTRY: 'The child has left Sweden (har lämnat landet).',
    OTHER: 'Another reason (annat skäl).',
  },
);
export type ClosingReason = keyof typeof ClosingReasonEnum;
