import { registerWords } from '../shared/graph/vocabulary';

/* The word lists of prevention: handover, reports of concern. */

export const HandoverConsentEnum = registerWords(
  'HandoverConsent',
  'Who agreed that what is known of risks is handed over (samtycke till överlämning).',
  {
    CHILD_AND_GUARDIAN: 'The child and its guardian (barnet och god man).',
    GUARDIAN: 'The guardian (god man).',
    CHILD: 'The child (barnet).',
    NOT_OBTAINED: 'Nobody could be asked in time; handed over by OSL 26:9 (ej inhämtat).',
    REFUSED: 'Refused; handed over by OSL 26:9 because the child needs it (nekat).',
  },
);
export type HandoverConsent = keyof typeof HandoverConsentEnum;

export const ConcernOutcomeEnum = registerWords(
  'ConcernOutcome',
  'What came of a report of concern; more is never told to who made it (utfall av orosanmälan, SoL 19:6).',
  {
    OPENED: 'An investigation was opened (utredning inledd).',
    NOT_OPENED: 'None was opened (utredning inte inledd).',
    ALREADY_ONGOING: 'One was under way already (utredning pågår redan).',
  },
);
export type ConcernOutcome = keyof typeof ConcernOutcomeEnum;
