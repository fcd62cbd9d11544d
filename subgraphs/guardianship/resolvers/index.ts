import { createCandidateResolver } from '../../shared/graph/candidates';
import { AppointmentResolver } from './appointment';
import { ChildResolver } from './childResolver';
import { GuardianshipResolver } from './guardianship';

/** What the boards answer, about children by reference and to the hub's two questions; and what they record. */
export const resolvers = [
  ChildResolver,
  GuardianshipResolver,
  AppointmentResolver,
  createCandidateResolver('guardianship'),
];
