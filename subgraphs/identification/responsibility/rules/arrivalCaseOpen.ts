import { arrivalMunicipalityInCharge } from '../caseState';
import { nameOf } from '../nameOf';
import type { Rule } from '../rule';

/** R21.4: asylum seeker, not assigned yet, arrival case not closed. The municipality of arrival is responsible. */
export const arrivalCaseOpen: Rule<'migration' | 'municipality'> = {
  rule: 'ARRIVAL_CASE_OPEN',
  reads: ['migration', 'municipality'],
  decide({ migration, municipality }) {
    if (!migration.registered || migration.assignedMunicipality !== null) return null;
    const arrival = arrivalMunicipalityInCharge(migration, municipality);
    if (arrival === null) return null;
    return {
      authority: 'MUNICIPALITY',
      municipality: arrival,
      basis: ['SOL_29_4'],
      explanation: {
        sv: `Barnet är inte anvisat till någon kommun än. Ankomstkommunen ${nameOf(arrival)} ansvarar.`,
        en: `The child has not been assigned to a municipality yet. ${nameOf(arrival)}, where it arrived, is responsible.`,
      },
    };
  },
};
