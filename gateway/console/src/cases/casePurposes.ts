import { purposesFor, type Allowed } from '../shell/views';

/** In the order in which somebody who follows a case means them. */
const order = ['CASE_WORK', 'GUARDIANSHIP', 'PROTECTION'];

/** The purposes under which the role may follow its cases and what is due in them. */
export function casePurposes(allowed: Allowed | null): string[] {
  const listed = purposesFor(allowed, 'Query.caseload');
  const due = purposesFor(allowed, 'Child.deadlines');
  return order.filter((purpose) => listed.includes(purpose) && due.includes(purpose));
}
