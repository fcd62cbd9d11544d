/** Identity matching, in the order it happens: check what was said, find, compare, decide. */

// What is said and what is held.
export type { Criteria, Identifier, NormalisedCriteria, NumberIdentifier, Sex } from './criteria';
export type { BirthDateClaim, IdentityRecord, NameClaim } from './identityRecord';
// Says too little to find anybody by.
export { isUnknownDay } from './compareBirth';
// Refuses loose or impossible criteria before any agency is asked.
export { readCriteria, type ReadCriteria } from './readCriteria';
export { withoutClaims } from './withoutClaims';
// Finds a few hundred records among a million.
export { searchKeys } from './searchKeys';
export { queryKeys } from './queryKeys';
export { nameKeys } from './nameKeys';
export { normaliseNumber, normalisePhone } from './normaliseNumbers';
// Levels of agreement, never values: what an agency may tell.
export { prepareRecord, type PreparedRecord } from './prepareRecord';
export { compare } from './compare';
export { compareAbsconding, type Absence, type Meeting } from './compareAbsconding';
export type { Comparison, Level } from './comparison';
export { compareNames, type NameComparison } from './compareNames';
// One child or none.
export { withoutAbsconding } from './withoutAbsconding';
export { rankChildren } from './rankChildren';
export { decide, type Candidate, type Decision, type Evidence, type SearchMode } from './decide';
// The numbers behind both, and how to estimate them from an agency's own pairs.
export { DEFAULT_MODEL, type Model } from './matchingModel';
export { estimateModel, type EstimatedModel } from './estimateModel';
