import type { Contact, DutyKind, ResolvedContact } from './contact';
import type { OpeningHours } from './hours';
import { openingAt, type Opening } from './openingAt';
import { suitableContacts } from './suitableContacts';
import { unlistedContact } from './unlistedContact';

/**
 * Who answers for a place at a moment, best first, never empty (R36). Those who answer now come first, in the order
 * of who should; then duty lines whose hours nobody has stated; then the closed, next to open first; last an entry
 * that says so when the directory has nobody of the kind. Looks up no child.
 *
 * @param municipality SCB's code; an unknown one gets what holds for the whole country
 * @param kind null asks for every kind
 */
export function resolveDutyContacts(
  municipality: string,
  kind: DutyKind | null,
  at: Date,
): ResolvedContact[] {
  const openingOf = openingsAt(at);
  const ranked = suitableContacts(municipality, kind).map((contact) =>
    resolve(contact, municipality, openingOf(contact.hours)),
  );
  const asked = kind ?? 'SOCIAL_SERVICES';
  const unlisted = ranked.some((contact) => contact.kind === asked)
    ? []
    : [unlistedContact(municipality, asked)];
  return [...ranked.sort(byAnswering), ...unlisted];
}

/** Each set of hours worked out once: Stockholm's fourteen districts keep the same. */
function openingsAt(at: Date): (hours: OpeningHours) => Opening {
  const known = new Map<string, Opening>();
  return (hours) => {
    const key = JSON.stringify(hours);
    const opening = known.get(key) ?? openingAt(hours, at);
    known.set(key, opening);
    return opening;
  };
}

function resolve(contact: Contact, municipality: string, opening: Opening): ResolvedContact {
  const { openNow, opensAt, closesAt } = opening;
  return {
    id: contact.id,
    kind: contact.kind,
    name: contact.name,
    municipality: contact.coverage.scope === 'MUNICIPALITIES' ? municipality : null,
    district: contact.district ?? null,
    phones: contact.phones.map(({ e164 = null, shortCode = null, display }) => ({
      e164,
      shortCode,
      display,
    })),
    email: contact.email ?? null,
    address: contact.address ?? null,
    openNow,
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    verifiedOn: contact.verifiedOn,
  };
}

/** Open, then unknown, then closed by next opening; equals keep their order (sorting is stable). */
function byAnswering(a: ResolvedContact, b: ResolvedContact): number {
  const [first, second] = [waitFor(a), waitFor(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function waitFor({ openNow, opensAt }: ResolvedContact): string {
  return openNow ? '' : (opensAt ?? '0');
}
