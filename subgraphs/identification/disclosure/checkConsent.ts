import { isGivenByRightPerson } from '../../../schema/access/conditions/consent';
import { rows as matrix } from '../../../schema/access/rows';
import type { GivenConsent } from './consents';
import { accept, refuse, type Checked } from './checked';

/**
 * Whether a consent can stand: given by whoever has to at the child's age, for rows that exist, to a receiver that is
 * one authority, in a time that has not run out.
 *
 * @param today calendar date, Europe/Stockholm
 */
export function checkConsent(given: GivenConsent, today: string, now: Date): Checked<GivenConsent> {
  const { givenBy, fifteen, rows, toAgency, toMunicipality, givenOn, validTo } = given;
  const strange = rows.filter((id) => !matrix.some((row) => row.id === id));
  if (rows.length === 0 || strange.length > 0) return noRow(strange[0]);
  if (toAgency === 'MUNICIPALITY' && toMunicipality === null) {
    return refuse(
      'BAD_USER_INPUT',
      'toMunicipality',
      'Varje kommun är en egen myndighet: ange vilken kommun som får se.',
      'Each municipality is an authority of its own: say which one may see.',
    );
  }
  if (givenOn > today || (validTo !== null && validTo <= now)) {
    return refuse(
      'BAD_USER_INPUT',
      givenOn > today ? 'givenOn' : 'validTo',
      'Ett samtycke lämnas senast i dag och gäller framåt.',
      'A consent is given today at the latest and holds for a time to come.',
    );
  }
  return isGivenByRightPerson(givenBy, fifteen) ? accept(given) : wrongGiver(fifteen);
}

function noRow(id: string | undefined): Checked<never> {
  return refuse(
    'BAD_USER_INPUT',
    'rows',
    `Ange minst en rad i åtkomsttabellen (schema/access/ACCESS.md)${id ? `; ${id} finns inte där` : ''}.`,
    `Give at least one row of the access table (schema/access/ACCESS.md)${id ? `; ${id} is not there` : ''}.`,
  );
}

function wrongGiver(fifteen: boolean | null): Checked<never> {
  if (fifteen === null) {
    return refuse(
      'BAD_USER_INPUT',
      'givenBy',
      'Ingen myndighet vet om barnet har fyllt 15: både barnet och god man behöver samtycka (BOTH).',
      'No authority knows whether the child is 15: it takes both the child and the guardian (BOTH).',
    );
  }
  return fifteen
    ? refuse(
        'BAD_USER_INPUT',
        'givenBy',
        'Barnet har fyllt 15 och ska självt samtycka (CHILD eller BOTH).',
        'The child is 15 or older and must consent itself (CHILD or BOTH).',
      )
    : refuse(
        'BAD_USER_INPUT',
        'givenBy',
        'Barnet är under 15: god man eller vårdnadshavare samtycker (GUARDIAN eller BOTH).',
        'The child is under 15: the guardian or custodian consents (GUARDIAN or BOTH).',
      );
}
