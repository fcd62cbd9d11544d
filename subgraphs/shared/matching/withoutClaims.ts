import type { Criteria } from './criteria';

/** What is left to search by when the child is thought to give another name and another age: numbers, phone, sex. */
export function withoutClaims(criteria: Criteria): Criteria {
  const { givenName: _given, familyName: _family, birthDate: _born, age: _age, ...left } = criteria;
  return left;
}
