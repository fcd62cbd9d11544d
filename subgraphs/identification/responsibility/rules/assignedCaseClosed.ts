import { isAssignedCaseClosed } from '../caseState';
import { nameOf } from '../nameOf';
import type { Rule } from '../rule';

/** R21.6: assigned, case closed. The Migration Agency assigns anew, perhaps back to the first one by connection. */
export const assignedCaseClosed: Rule<'migration' | 'municipality'> = {
  rule: 'ASSIGNED_CASE_CLOSED',
  reads: ['migration', 'municipality'],
  decide({ migration, municipality }) {
    const assigned = migration.assignedMunicipality;
    if (!migration.registered || assigned === null || !isAssignedCaseClosed(migration, municipality))
      return null;
    return {
      authority: 'MIGRATION_AGENCY',
      municipality: null,
      basis: ['LMA_3', 'SOL_29_4'],
      explanation: {
        sv: `${nameOf(assigned)} har avslutat ärendet. Migrationsverket gör en ny anvisning, som kan gå tillbaka dit på grund av anknytning; till dess agerar kommunen där barnet påträffas.`,
        en: `${nameOf(assigned)} has closed the case. The Migration Agency makes a new assignment, which may go back there by connection; until then the municipality of finding acts.`,
      },
    };
  },
};
