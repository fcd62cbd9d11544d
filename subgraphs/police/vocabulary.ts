import { registerWords } from '../shared/graph/vocabulary';

export const MissingReportStatusEnum = registerWords(
  'MissingReportStatus',
  'Whether the police still look for the child (anmälans status).',
  { OPEN: 'The search goes on (pågående).', CLOSED: 'Closed (avslutad).' },
);
export type MissingReportStatus = keyof typeof MissingReportStatusEnum;

export const ReportOutcomeEnum = registerWords('ReportOutcome', 'How a report ended (anmälans utgång).', {
  SOLVED: 'The child was found or is back (löst).',
  DISCONTINUED: 'The search was given up (nedlagd).',
  NEW_REPORT: 'Another absconding was reported (ny anmälan).',
  OTHER: 'Something else (annat).',
});
export type ReportOutcome = keyof typeof ReportOutcomeEnum;

export const ReporterEnum = registerWords('Reporter', 'Who reports a child missing (anmälare).', {
  GUARDIAN: 'The guardian (god man, särskilt förordnad vårdnadshavare).',
  SOCIAL_SERVICES: 'Social services (socialtjänsten).',
  HOME: 'The placement’s staff or foster parents (boendet).',
  POLICE: 'The police themselves (polisen).',
  OTHER: 'Someone else (annan).',
});
export type Reporter = keyof typeof ReporterEnum;

export const FinderEnum = registerWords('Finder', 'Who met the child (påträffad av).', {
  POLICE: 'A police patrol (polispatrull).',
  OUTREACH: 'A municipality’s outreach team (uppsökande verksamhet).',
  NGO: 'A voluntary organisation (frivilligorganisation).',
  SOCIAL_SERVICES: 'Social services or their duty office (socialtjänst, socialjour).',
  OTHER: 'Someone else (annan).',
});
export type Finder = keyof typeof FinderEnum;
