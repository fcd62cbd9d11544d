import { broughtAt, changesOf, type ImportRules } from '../../shared/importing/importRules';
import type { GuardianshipRecord } from '../records';
import { tables } from '../tables';
import { importKeys } from './importKeys';

/** How the boards' records come into the register, and come again. */
export const importRules: ImportRules<GuardianshipRecord> = {
  tables,
  keys: importKeys,
  events: (changes) =>
    changesOf(changes, 'guardianship').flatMap((change) => {
      const municipality = String(change.after['board_municipality']);
      const appointed = change.before === null && { type: 'GUARDIAN_APPOINTED' as const, municipality };
      const ended = broughtAt(change, 'ended_on') && { type: 'GUARDIANSHIP_ENDED' as const, municipality };
      return [appointed, ended].filter((event) => event !== false && event !== undefined);
    }),
};
