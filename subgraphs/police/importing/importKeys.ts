import type { ImportKeys } from '../../shared/importing/importRules';

/** By what an import knows a row again. A migration reads it: another key needs another migration. */
export const importKeys: ImportKeys = {
  child: [],
  missing_person_report: ['report_number'],
  found_event: ['id'],
};
