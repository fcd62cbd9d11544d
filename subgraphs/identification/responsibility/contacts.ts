import { resolveDutyContacts } from '../directory/resolveDutyContacts';
import type { ResolvedContact } from '../directory/contact';
import type { ResponsibilityDecision } from './decision';

/**
 * Who answers at that moment for a decision, best first, never empty: those who answer now before those who are
 * closed, and among them the responsible authority before the municipality that acts meanwhile.
 */
export function contactsOf(decision: ResponsibilityDecision, at: Date): ResolvedContact[] {
  const { authority, municipality, interim } = decision;
  const responsible =
    authority === 'MIGRATION_AGENCY'
      ? resolveDutyContacts(interim ?? '', 'MIGRATION_AGENCY', at)
      : resolveDutyContacts(municipality ?? '', 'SOCIAL_SERVICES', at);
  const meanwhile = interim === null ? [] : resolveDutyContacts(interim, 'SOCIAL_SERVICES', at);
  const all = unique([...responsible, ...meanwhile]);
  return [...all.filter((contact) => contact.openNow), ...all.filter((contact) => !contact.openNow)];
}

function unique(contacts: ResolvedContact[]): ResolvedContact[] {
  return [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
}
