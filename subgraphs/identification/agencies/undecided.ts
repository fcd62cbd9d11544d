import type { GraphQLError } from 'graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { hubError } from '../../../schema/protocol/hubError';

const names: Partial<Record<Agency, string>> = {
  MIGRATION_AGENCY: 'Migrationsverket',
  MUNICIPALITY: 'socialtjänsten',
  POLICE: 'polisen',
  GUARDIANSHIP_BOARD: 'överförmyndaren',
};

/** The answer when agencies that are needed did not answer: a wrong answer is worse than none. */
export function undecided(
  question: { sv: string; en: string },
  unavailable: readonly Agency[],
): GraphQLError {
  const silent = unavailable.map((agency) => names[agency] ?? agency).join(', ');
  return hubError(
    'AGENCY_UNAVAILABLE',
    {
      sv: `${question.sv} kunde inte avgöras: inget svar från ${silent}. Försök igen strax, eller ring den som svarar nu (dutyContacts).`,
      en: `${question.en} could not be decided: no answer from ${unavailable.join(', ')}. Try again shortly, or ring whoever answers now (dutyContacts).`,
    },
    { agencies: unavailable },
  );
}
