import { createCandidateResolver } from '../../shared/graph/candidates';
import { ChildResolver } from './childResolver';
import { GuardianshipResolver } from './guardianship';

/** What the boards answer: about children by reference, and the hub's two questions. */
export const resolvers = [ChildResolver, GuardianshipResolver, createCandidateResolver('guardianship')];
