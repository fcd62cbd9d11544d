import { registerWords } from '../../shared/graph/vocabulary';

export const LinkEvidenceEnum = registerWords(
  'LinkEvidence',
  'What shows that two references are one child; the papers themselves stay with the officer (underlag).',
  {
    SAME_NUMBER: 'The same dossier, LMA or personal number (samma nummer).',
    IDENTITY_DOCUMENT: 'A document seen by the officer (identitetshandling).',
    OWN_IDENTITY_CHECK:
      'The agency’s own check, of which the hub holds nothing (myndighetens egen kontroll).',
    CHILD_STATEMENT: 'The child says so (barnets egen uppgift).',
    GUARDIAN_STATEMENT: 'Guardian, custodian or family say so (företrädares eller anhörigs uppgift).',
    RECOGNISED_IN_PERSON: 'Somebody who knows the child has met it (igenkänd vid möte).',
  },
);
export type LinkEvidence = keyof typeof LinkEvidenceEnum;
