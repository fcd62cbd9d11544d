import type { ImportKeys } from '../../shared/importing/importRules';

/** By what an import knows a row again. A migration reads it: another key needs another migration. */
export const importKeys: ImportKeys = {
  child: [],
  guardianship: ['kind', 'guardian_principal', 'appointed_on'],
};
