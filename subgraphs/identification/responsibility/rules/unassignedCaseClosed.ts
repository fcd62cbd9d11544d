import { arrivalMunicipalityInCharge } from '../caseState';
import type { Rule } from '../rule';

/** R21.4 and 6: asylum seeker, never assigned, and no municipality of arrival has the case any longer. */
export const unassignedCaseClosed: Rule<'migration' | 'municipality'> = {
  rule: 'UNASSIGNED_CASE_CLOSED',
  reads: ['migration', 'municipality'],
  decide({ migration, municipality }) {
    if (!migration.registered || migration.assignedMunicipality !== null) return null;
    if (arrivalMunicipalityInCharge(migration, municipality) !== null) return null;
    return {
      authority: 'MIGRATION_AGENCY',
      municipality: null,
      basis: ['LMA_3', 'LMA_2', 'SOL_29_4'],
      explanation: {
        sv: 'Barnet har aldrig anvisats och ankomstkommunen har inget öppet ärende. Migrationsverket anvisar en kommun; till dess agerar kommunen där barnet påträffas.',
        en: 'The child was never assigned and the municipality of arrival has no open case. The Migration Agency assigns a municipality; until then the municipality of finding acts.',
      },
    };
  },
};
