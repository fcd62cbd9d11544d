import { isAdultByBirthDate } from '../../../shared/time/stockholm';
import type { Rule } from '../rule';
import type { Text } from '../../../../schema/protocol/text';

/**
 * R21.2: adult by the deciding authority. The Migration Agency's decision applies at once (UtlL 13:17); without one
 * the registered birth date counts. A decision that the person is a child ends with the 18th birthday, as childhood does.
 */
export const adult: Rule<'migration'> = {
  rule: 'ADULT',
  reads: ['migration'],
  decide({ migration }, { at }) {
    const decided = migration.adult === true;
    const grown = migration.birthDate !== null && isAdultByBirthDate(migration.birthDate, at);
    if (!decided && !grown) return null;
    return {
      authority: 'MIGRATION_AGENCY',
      municipality: null,
      basis: decided ? ['UTLL_13_17', 'LMA_2'] : ['LMA_2'],
      explanation: decided ? byDecision : byBirthDate,
    };
  },
};

const byDecision: Text = {
  sv: 'Migrationsverket har beslutat att personen är vuxen och har därmed det praktiska ansvaret. Socialtjänsten kan fortsätta insatser enligt SoL eller LVU.',
  en: 'The Migration Agency has decided that the person is an adult and is therefore responsible in practice. Social services may go on with measures under SoL or LVU.',
};

const byBirthDate: Text = {
  sv: 'Personen har fyllt 18 år enligt registrerat födelsedatum: Migrationsverket har det praktiska ansvaret. Socialtjänsten kan fortsätta insatser enligt SoL eller LVU.',
  en: 'The person has turned 18 by the registered birth date: the Migration Agency is responsible in practice. Social services may go on with measures under SoL or LVU.',
};
