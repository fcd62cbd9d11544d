import { ConcernsResolver } from './concerns';
import { OpenSocialCaseResolver } from './openSocialCase';
import { RecordDescriptionResolver } from './recordDescription';
import { RecordHandoverResolver } from './recordHandover';
import { RecordPlacementResolver } from './recordPlacement';
import { RecordRiskAssessmentResolver } from './recordRiskAssessment';
import { RiskChecklistItemResolver, RiskChecklistsResolver, RiskFollowUpResolver } from './riskChecklists';
import { SubmitConcernResolver } from './submitConcern';

/** From the first worry to the plan, in the order of a case. */
export const preventionResolvers = [
  SubmitConcernResolver,
  ConcernsResolver,
  OpenSocialCaseResolver,
  RecordPlacementResolver,
  RecordDescriptionResolver,
  RecordRiskAssessmentResolver,
  RiskChecklistsResolver,
  RiskChecklistItemResolver,
  RiskFollowUpResolver,
  RecordHandoverResolver,
] as const;
