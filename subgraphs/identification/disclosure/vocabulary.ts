import { registerWords } from '../../shared/graph/vocabulary';

export const RequestStatusEnum = registerWords(
  'DisclosureRequestStatus',
  'Where a request for disclosure stands (begärans läge).',
  {
    PENDING: 'Waits for the owner (väntar på beslut).',
    GRANTED: 'Every field is shown until validTo (bifall).',
    PARTLY: 'Some fields are shown until validTo (delvis bifall).',
    REFUSED: 'No field is shown (avslag).',
    REVOKED: 'What was granted is shown no more: the owner took it back (återkallad).',
    EXPIRED: 'Nobody decided in time, or the time of what was granted is over (har gått ut).',
  },
);

export const GlassStateEnum = registerWords(
  'BreakGlassState',
  'Where the review stands (granskningens läge).',
  {
    UNREVIEWED: 'Waits for a second person, up to 72 hours (väntar på granskning).',
    APPROVED: 'Found justified (godkänd).',
    REJECTED: 'Found unjustified (underkänd).',
    ESCALATED: 'Not reviewed within 72 hours: with the reviewers (eskalerad).',
  },
);

export const ConsentGiverEnum = registerWords('ConsentGiver', 'Who consents (vem som samtycker).', {
  CHILD: 'The child, from 15 years (barnet).',
  GUARDIAN: 'The guardian or custodian, under 15 years (god man, vårdnadshavare).',
  BOTH: 'Both of them (båda).',
});
