import type { ImportKeys } from '../../shared/importing/importRules';

/** By what an import knows a row again. A migration reads it: another key needs another migration. */
export const importKeys: ImportKeys = {
  child: [],
  social_case: ['municipality', 'case_number'],
  placement: ['placed_by', 'municipality', 'since'],
  absconding_episode: ['id'],
  risk_assessment: ['id'],
  risk_item: ['assessment_id', 'code'],
  risk_plan_item: ['assessment_id', 'area', 'measure'],
  child_description: [],
  care_order: ['kind', 'decided_at'],
  care_review: ['kind', 'reviewed_on'],
  protection_case: ['municipality', 'concern_received_at'],
  release: ['to_agency', 'basis', 'released_at'],
};
