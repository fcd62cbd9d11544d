import { createCandidateResolver } from '../../shared/graph/candidates';
import { AssignmentResolver } from './assignment';
import { ChildResolver } from './childResolver';
import { CloseAsylumCaseResolver } from './closeAsylumCase';
import { SpokenLanguageResolver } from './spokenLanguage';

/** What the agency answers: about children by reference, and the hub's two questions. */
export const resolvers = [
  ChildResolver,
  AssignmentResolver,
  SpokenLanguageResolver,
  CloseAsylumCaseResolver,
  createCandidateResolver('migration'),
];
