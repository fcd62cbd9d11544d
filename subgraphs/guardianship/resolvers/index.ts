import { createDutyResolver } from '../../shared/duty/dutyResolver';
import { createTakeDutyResolver } from '../../shared/duty/takeDutyResolver';
import { createCandidateResolver } from '../../shared/graph/candidates';
import { createStatisticsResolver } from '../../shared/statistics/statisticsResolver';
import { accessFacts } from '../accessFacts';
import { AppointmentResolver } from './appointment';
import { ChildResolver } from './childResolver';
import { FormAnswerResolver } from '../../shared/forms/formAnswer';
import { GuardianReportResolver } from './guardianReport';
import { ReportMutationsResolver } from './reportMutations';
import { GuardianshipResolver } from './guardianship';

/** What the boards answer, about children by reference and to the hub's questions; and what they record. */
export const resolvers = [
  ChildResolver,
  GuardianshipResolver,
  GuardianReportResolver,
  FormAnswerResolver,
  ReportMutationsResolver,
  AppointmentResolver,
  createCandidateResolver('guardianship'),
  createStatisticsResolver('guardianship'),
  createDutyResolver('guardianship'),
  createTakeDutyResolver('guardianship', accessFacts.related),
];
