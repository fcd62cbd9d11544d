import { nameOf } from '../nameOf';
import { placingMunicipality } from '../placement';
import type { MigrationFacts, MunicipalityFacts } from '../../facts';
import type { Rule } from '../rule';

/** R21.3: residence permit. The municipality that has the child has it for the long term; the custodian is an SFV. */
export const residencePermit: Rule<'migration' | 'municipality'> = {
  rule: 'RESIDENCE_PERMIT',
  reads: ['migration', 'municipality'],
  decide({ migration, municipality }, { foundIn }) {
    if (!migration.residencePermit) return null;
    const placing = placingMunicipality(municipality);
    const responsible = placing ?? homeMunicipality(migration, municipality) ?? foundIn;
    const name = responsible === null ? null : nameOf(responsible);
    return {
      authority: 'MUNICIPALITY',
      municipality: responsible,
      basis: [placing === null ? 'SOL_29_4' : 'SOL_29_2'],
      explanation: {
        sv: `Barnet har uppehållstillstånd: ${name ?? 'vistelsekommunen'} har det långsiktiga ansvaret.`,
        en: `The child has a residence permit: ${name ?? 'the municipality of stay'} has the long-term responsibility.`,
      },
    };
  },
};

/** An open case comes first, then the last assignment, then whoever had a case once. */
function homeMunicipality(migration: MigrationFacts, municipality: MunicipalityFacts): string | null {
  const open = municipality.caseStatus === 'OPEN' ? municipality.caseMunicipality : null;
  return (
    open ?? migration.assignedMunicipality ?? municipality.caseMunicipality ?? migration.arrivalMunicipality
  );
}
