import { AbscondingEpisode } from './abscondingEpisode';
import { CareOrder } from './careOrder';
import { CareReview } from './careReview';
import { Child } from './child';
import { ChildDescription } from './childDescription';
import { Informed } from './informed';
import { Concern } from './concern';
import { Handover } from './handover';
import { Placement } from './placement';
import { ProtectionCase } from './protectionCase';
import { ReconciliationMeeting } from './reconciliationMeeting';
import { Release } from './release';
import { RiskAssessment } from './riskAssessment';
import { RiskItem } from './riskItem';
import { RiskPlanItem } from './riskPlanItem';
import { SocialCase } from './socialCase';

/** The tables, parents first. */
export const entities = [
  Child,
  SocialCase,
  Placement,
  AbscondingEpisode,
  RiskAssessment,
  RiskItem,
  RiskPlanItem,
  ChildDescription,
  CareOrder,
  ProtectionCase,
  Release,
  Informed,
  ReconciliationMeeting,
  Concern,
  Handover,
  CareReview,
] as const;
