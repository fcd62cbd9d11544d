import { allMunicipalities } from '../../shared/reference/municipality';
import { addDays } from '../../shared/time/stockholm';
import directory from './contacts.json';
import type { Contact } from './contact';
import type { OpeningHours } from './hours';
import { openSpans } from './openingAt';
import { suitableContacts } from './suitableContacts';

/**
 * The whole directory for the days to come, for a device that may lose its connection. Whoever holds it can tell who
 * answers for any place at any time of those days without knowing holidays, seasons or the rules of who stands in.
 */
export interface DutyPack {
  /** Instants, ISO 8601, UTC. Beyond `validUntil` nobody has worked out what is open. */
  issuedAt: string;
  validUntil: string;
  contacts: PackedContact[];
  /** Each set of hours once: spans `[opens, closes]` in seconds since 1970, or a word where there are none. */
  hours: ('ALWAYS' | 'UNKNOWN' | [number, number][])[];
  /** By code. */
  municipalities: Record<string, PackedMunicipality>;
}

type PackedContact = Pick<
  Contact,
  'id' | 'kind' | 'name' | 'district' | 'phones' | 'address' | 'verifiedOn'
> & {
  /** Index in `hours`. */
  hours: number;
};

interface PackedMunicipality {
  name: string;
  county: string;
  /** Indices in `contacts` in the order of who should answer when a child is there (R36). */
  first: number[];
  /** Everybody else who has to do with a child there. */
  others: number[];
}

export function composeDutyPack(at: Date): DutyPack {
  const hours = [...new Set(contacts.map(({ hours }) => JSON.stringify(hours)))];
  return {
    issuedAt: at.toISOString(),
    validUntil: addDays(at, validDays).toISOString(),
    contacts: contacts.map((contact) => pack(contact, hours)),
    hours: hours.map((each) => packHours(JSON.parse(each) as OpeningHours, at)),
    municipalities: (packed ??= packMunicipalities()),
  };
}

/** Numbers change, and a device that is used comes by the hub every week. */
const validDays = 14;

const contacts = directory.contacts as Contact[];

function pack(contact: Contact, hours: readonly string[]): PackedContact {
  const { id, kind, name, district, phones, address, verifiedOn } = contact;
  return {
    id,
    kind,
    name,
    phones,
    verifiedOn,
    hours: hours.indexOf(JSON.stringify(contact.hours)),
    ...(district && { district }),
    ...(address && { address }),
  };
}

function packHours(hours: OpeningHours, at: Date): DutyPack['hours'][number] {
  const spans = openSpans(hours, at, validDays);
  if (spans === null) return hours.kind === 'ALWAYS' ? 'ALWAYS' : 'UNKNOWN';
  return spans.map(({ opens, closes }) => [opens.getTime() / 1000, closes.getTime() / 1000]);
}

/** Who stands in for whom does not change with the time. */
let packed: DutyPack['municipalities'] | undefined;

function packMunicipalities(): DutyPack['municipalities'] {
  const indexOf = new Map(contacts.map((contact, index) => [contact, index]));
  const toIndices = (some: readonly Contact[]): number[] => some.map((contact) => indexOf.get(contact)!);
  return Object.fromEntries(
    allMunicipalities().map(({ code, name, county }) => {
      const first = toIndices(suitableContacts(code, 'SOCIAL_SERVICES'));
      const others = toIndices(suitableContacts(code, null)).filter((index) => !first.includes(index));
      return [code, { name, county: county.name, first, others }];
    }),
  );
}
