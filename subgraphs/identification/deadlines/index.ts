import type { Agency } from '../../../schema/protocol/vocabulary';
import { isUndecidable, type ChildFacts, type Undecidable } from '../facts';

import type { Deadline, DeadlineRule } from './deadline';
import { careApplication } from './kinds/careApplication';
import { careOrderSubmission } from './kinds/careOrderSubmission';
import { careReview } from './kinds/careReview';
import { concernReply } from './kinds/concernReply';
import { eighteenthBirthday } from './kinds/eighteenthBirthday';
import { informGuardian } from './kinds/informGuardian';
import { informMigrationAgency } from './kinds/informMigrationAgency';
import { investigation } from './kinds/investigation';
import { investigationDecision } from './kinds/investigationDecision';
import { missingAfterThreeMonths } from './kinds/missingAfterThreeMonths';
import { policeReport } from './kinds/policeReport';
import { protectionAssessment } from './kinds/protectionAssessment';
import { reconciliationMeeting } from './kinds/reconciliationMeeting';
import { representative } from './kinds/representative';
import { riskFollowUp } from './kinds/riskFollowUp';
import { traffickingWatch } from './kinds/traffickingWatch';
import { transferAnswer } from './kinds/transferAnswer';
import { takersOf } from './takersOf';

export { findNextDeadline } from './findNextDeadline';
export { deadlineKinds } from './deadline';
export { takersOf } from './takersOf';
export type { Deadline, DeadlineKind } from './deadline';

/** Every timer of R37b that concerns one child. */
const kinds: readonly DeadlineRule[] = [
  policeReport, // 24 h: S0, S1
  informGuardian, // 24 h: S1
  informMigrationAgency, // 24 h: S1
  traffickingWatch, // 48 h: S1
  protectionAssessment, // at once: SoL 20:1
  investigationDecision, // 14 days: SoL 20:2
  investigation, // 4 months: SoL 20:3
  concernReply, // 1 week: SoL 19:6
  careOrderSubmission, // 1 week: LVU 7
  careApplication, // 4 weeks: LVU 8
  careReview, // 6 months: SoL 22:13
  reconciliationMeeting, // the day that was set: S0
  missingAfterThreeMonths, // 3 months: S0, S1
  riskFollowUp, // weekly, every two weeks, monthly: S2
  transferAnswer, // 1 month: SoL 29:11
  representative, // 15 working days: directive 2024/1346
  eighteenthBirthday, // SoL and UtlL: every rule about children ends
];

/**
 * What is due when, soonest first; or the agencies that must answer first, since a list that lacks a line looks
 * complete. The police are needed only while there is an absconding to report; the guardianship board never is.
 */
export function deriveDeadlines(facts: ChildFacts, now: Date): Deadline[] | Undecidable {
  const deadlines: Deadline[] = [];
  const silent = new Set<Agency>();
  for (const kind of kinds) {
    const derived = kind(facts, now);
    if (derived === null) continue;
    if (isUndecidable(derived)) derived.undecidable.forEach((agency) => silent.add(agency));
    else deadlines.push({ ...derived, ...acknowledgement(facts, derived) });
  }
  if (silent.size > 0) return { undecidable: [...silent] };
  return deadlines.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
}

function acknowledgement(
  facts: ChildFacts,
  deadline: Deadline,
): Pick<Deadline, 'acknowledgedBy' | 'acknowledgedAt'> {
  const latest = takersOf(facts, deadline).at(-1);
  return latest ? { acknowledgedBy: latest.owner, acknowledgedAt: latest.takenAt } : {};
}
