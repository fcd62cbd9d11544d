import { createDutyResolver } from '../../shared/duty/dutyResolver';
import { createTakeDutyResolver } from '../../shared/duty/takeDutyResolver';
import { createCandidateResolver } from '../../shared/graph/candidates';
import { createStatisticsResolver } from '../../shared/statistics/statisticsResolver';
import { accessFacts } from '../accessFacts';
import { AgeDecisionResolver } from './ageDecision';
import { AssignmentResolver } from './assignment';
import { AssignmentProposalResolver } from './assignmentProposal';
import { AssignMunicipalityResolver } from './assignMunicipality';
import { ChildResolver } from './childResolver';
import { CloseAsylumCaseResolver } from './closeAsylumCase';
import { RegistrationResolver } from './registration';
import { SpokenLanguageResolver } from './spokenLanguage';

/** What the agency answers, about children by reference and to the hub's questions; and what it records. */
export const resolvers = [
  ChildResolver,
  AssignmentResolver,
  SpokenLanguageResolver,
  CloseAsylumCaseResolver,
  RegistrationResolver,
  AgeDecisionResolver,
  AssignmentProposalResolver,
  AssignMunicipalityResolver,
  createCandidateResolver('migration'),
  createStatisticsResolver('migration'),
  createDutyResolver('migration'),
  createTakeDutyResolver('migration', accessFacts.related),
];
