import type { FieldSql } from '../../shared/loading/rowLoader';
import { judgedObject } from '../../shared/loading/judgedObject';

/** The latest case, as `s`: the one opened last, and of several opened on one day an open one. */
export const latestSocialCase = `FROM social_case s WHERE s.child_id = c.id
  ORDER BY s.opened_on DESC, s.status DESC, s.id DESC LIMIT 1`;

/** Whether the municipality is the one in charge: that of the latest case. */
export function isInCharge(municipality: string): string {
  return `coalesce((SELECT s.municipality = ${municipality} ${latestSocialCase}), false)`;
}

/** What a case shows, over `social_case` as `s`. */
export const socialCaseColumns = {
  municipality: 's.municipality',
  status: 's.status',
  openedOn: 's.opened_on',
  closedOn: 's.closed_on',
  caseNumber: 's.case_number',
  socialWorkerName: 's.social_worker_name',
  socialWorkerPhone: 's.social_worker_phone',
  unit: 's.unit',
  guardianConsultedOn: 's.guardian_consulted_on',
  guardianOpinion: 's.guardian_opinion',
  guardianOpinionNote: 's.guardian_opinion_note',
  version: 's.version',
};

export const socialCase: FieldSql = (gate) =>
  `(SELECT ${judgedObject(gate, 'SocialCase', socialCaseColumns)} ${latestSocialCase})`;
