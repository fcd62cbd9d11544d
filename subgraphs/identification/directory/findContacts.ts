import type { Contact, DutyKind } from './contact';
import directory from './contacts.json';

const all = directory.contacts as Contact[];

/** Every contact of that kind that answers for the municipality, those that certainly do before those that may. */
export function findContacts(municipality: string, kind: DutyKind): Contact[] {
  return all
    .filter((contact) => contact.kind === kind && covers(contact, municipality))
    .sort((a, b) => certainty[a.coverage.scope] - certainty[b.coverage.scope]);
}

/**
 * The national number first: it is answered whatever has changed since a plan was printed. A contact of which the
 * plan says only that it sits in the county comes last.
 */
const certainty: Record<Contact['coverage']['scope'], number> = { NATIONAL: 0, MUNICIPALITIES: 1, COUNTY: 2 };

function covers({ coverage }: Contact, municipality: string): boolean {
  switch (coverage.scope) {
    case 'NATIONAL':
      return true;
    case 'COUNTY':
      return coverage.codes.includes(municipality.slice(0, 2));
    case 'MUNICIPALITIES':
      return coverage.codes.includes(municipality);
  }
}
