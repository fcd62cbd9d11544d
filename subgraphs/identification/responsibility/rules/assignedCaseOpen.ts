import { isAssignedCaseClosed } from '../caseState';
import { nameOf } from '../nameOf';
import type { Rule } from '../rule';

/** R21.5: assigned, case not closed. The assigned municipality is responsible, wherever the child is found. */
export const assignedCaseOpen: Rule<'migration' | 'municipality'> = {
  rule: 'ASSIGNED_CASE_OPEN',
  reads: ['migration', 'municipality'],
  decide({ migration, municipality }) {
    const assigned = migration.assignedMunicipality;
    if (!migration.registered || assigned === null || isAssignedCaseClosed(migration, municipality))
      return null;
    return {
      authority: 'MUNICIPALITY',
      municipality: assigned,
      basis: ['LMA_3'],
      explanation: {
        sv: `Barnet är anvisat till ${nameOf(assigned)} och ärendet är inte avslutat: ${nameOf(assigned)} ansvarar, var barnet än påträffas.`,
        en: `The child is assigned to ${nameOf(assigned)} and the case is not closed: ${nameOf(assigned)} is responsible, wherever the child is found.`,
      },
    };
  },
};
