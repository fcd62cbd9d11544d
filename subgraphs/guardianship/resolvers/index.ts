import { createDutyResolver } from '../../shared/duty/dutyResolver';
import { createTakeDutyResolver } from '../../shared/duty/takeDutyResolver';
import { createCandidateResolver } from '../../shared/graph/candidates';
import { createStatisticsResolver } from '../../shared/statistics/statisticsResolver';
import { accessFacts } from '../accessFacts';
import { AppointmentResolver } from './appointment';
import { ChildResolver } from './childResolver';
import { GuardianReportResolver } from './guardianReport';
import { GuardianshipResolver } from './guardianship';

/** What the boards answer, about children by reference and to the hub's questions; and what they record. */
export const resolvers = [
  ChildResolver,
  GuardianshipResolver,
  GuardianReportResolver,
  AppointmentResolver,
  createCandidateResolver('guardianship'),
  createStatisticsResolver('guardianship'),
  createDutyResolver('guardianship'),
  createTakeDutyResolver('guardianship', accessFacts.related),
];
