import { AgeDecision } from './ageDecision';
import { Assignment } from './assignment';
import { AsylumCase } from './asylumCase';
import { BirthDateClaim } from './birthDateClaim';
import { Child } from './child';
import { NameClaim } from './nameClaim';
import { SpokenLanguage } from './spokenLanguage';

/** The agency's tables, the child first. */
export const entities = [
  Child,
  NameClaim,
  BirthDateClaim,
  AgeDecision,
  SpokenLanguage,
  Assignment,
  AsylumCase,
] as const;
