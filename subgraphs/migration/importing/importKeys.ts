import type { ImportKeys } from '../../shared/importing/importRules';

/** By what an import knows a row again; a claim by all of it. A migration reads it: another key needs another migration. */
export const importKeys: ImportKeys = {
  child: [],
  name_claim: ['given', 'family', 'full_name', 'kind', 'stated_by', 'stated_on'],
  birth_date_claim: ['date', 'year', 'kind', 'stated_age', 'stated_by', 'stated_on'],
  age_decision: ['authority', 'decided_on'],
  spoken_language: ['code'],
  assignment: ['municipality', 'assigned_on'],
  asylum_case: ['opened_on'],
};
