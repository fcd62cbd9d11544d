import { findMunicipality } from '../../shared/reference/municipality';
import type { ResolvedContact } from '../directory/contact';
import { resolveDutyContacts } from '../directory/resolveDutyContacts';
import type { RoutineStep } from '../routines/step';
import { stepsForFinder } from '../routines/stepsForFinder';
import type { Text } from '../../../schema/protocol/text';

export interface Guidance {
  text: Text;
  /** Who answers for the place of finding now, best first, never empty. */
  contacts: ResolvedContact[];
  steps: RoutineStep[];
}

/**
 * What to do now beside a child, whatever the search gave (R19). Depends on the place and the moment alone: were it
 * to differ with the outcome, it would tell whether a record exists.
 *
 * @param foundIn SCB's code of the municipality of finding
 */
export function composeGuidance(foundIn: string, at: Date): Guidance {
  const municipality = findMunicipality(foundIn);
  return {
    text: textFor(municipality?.name ?? null),
    contacts: resolveDutyContacts(foundIn, 'SOCIAL_SERVICES', at),
    steps: stepsForFinder(municipality?.county.code ?? null),
  };
}

function textFor(name: string | null): Text {
  return {
    sv: `Är barnet i fara: ring 112. Stanna hos barnet och gör genast en orosanmälan till socialtjänsten i ${name ?? 'kommunen'}, som agerar medan det utreds vem som ansvarar. Ring den som svarar nu enligt listan; stäm av det du har fått veta med Migrationsverket eller socialjouren.`,
    en: `If the child is in danger: call 112. Stay with the child and at once make a report of concern to social services in ${name ?? 'the municipality'}, who act while it is found out who is responsible. Call whoever in the list answers now; check what you have learnt with the Migration Agency or the social emergency service.`,
  };
}
