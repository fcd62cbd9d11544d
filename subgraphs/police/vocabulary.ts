import { registerWords } from '../shared/graph/vocabulary';

export const MissingReportStatusEnum = registerWords(
  'MissingReportStatus',
  'Whether the police still look for the child (anmälans status).',
  { OPEN: 'The search goes on (pågående).', CLOSED: 'Closed (avslutad).' },
);
export type MissingReportStatus = keyof typeof MissingReportStatusEnum;

export const FinderEnum = registerWords('Finder', 'Who met the child (påträffad av).', {
  POLICE: 'A police patrol (polispatrull).',
  OUTREACH: 'A municipality’s outreach team (uppsökande verksamhet).',
  NGO: 'A voluntary organisation (frivilligorganisation).',
  SOCIAL_SERVICES: 'Social services or their duty office (socialtjänst, socialjour).',
  OTHER: 'Someone else (annan).',
});
export type Finder = keyof typeof FinderEnum;
