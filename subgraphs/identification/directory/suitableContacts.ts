import { chains, everyKind } from './chains';
import type { Contact, DutyKind } from './contact';
import { findContacts } from './findContacts';

/**
 * Who should answer for a place, in the order of who should, whatever the time.
 *
 * @param kind null asks for every kind
 */
export function suitableContacts(municipality: string, kind: DutyKind | null): Contact[] {
  const chain = kind === null ? everyKind : chains[kind];
  const contacts = chain.flatMap((link) => linkContacts(municipality, link, kind));
  return bySuitability(contacts, chain);
}

/** A stand-in must be known to answer for the place: a station somewhere in the county is named only when asked for. */
function linkContacts(municipality: string, link: DutyKind, asked: DutyKind | null): Contact[] {
  const contacts = findContacts(municipality, link);
  return link === asked || asked === null
    ? contacts
    : contacts.filter((contact) => contact.coverage.scope !== 'COUNTY');
}

/**
 * The order of the chain, but a district's office after the emergency service for the whole city: who has just met
 * a child cannot know which of Stockholm's districts has it.
 */
function bySuitability(contacts: Contact[], chain: readonly DutyKind[]): Contact[] {
  const afterEmergency = chain.indexOf('SOCIAL_EMERGENCY') + 0.5;
  const positionOf = ({ kind, district }: Contact) =>
    district === undefined ? chain.indexOf(kind) : Math.max(chain.indexOf(kind), afterEmergency);
  return contacts.sort((a, b) => positionOf(a) - positionOf(b));
}
