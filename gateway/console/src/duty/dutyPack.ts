import type { ShownContact } from '../ui/shownContact';
import type { Language, Text } from '../text/text';

/** The directory as the hub packs it: see `subgraphs/identification/directory/composeDutyPack.ts`. */
export interface DutyPack {
  readonly issuedAt: string;
  readonly validUntil: string;
  readonly contacts: readonly PackedContact[];
  readonly hours: readonly ('ALWAYS' | 'UNKNOWN' | readonly (readonly [number, number])[])[];
  readonly municipalities: Readonly<
    Record<string, { name: string; county: string; first: readonly number[]; others: readonly number[] }>
  >;
}

interface PackedContact {
  readonly id: string;
  readonly kind: string;
  readonly name: Text;
  readonly district?: string;
  readonly phones: readonly { e164?: string; shortCode?: string; display: string }[];
  readonly address?: string;
  readonly verifiedOn: string | null;
  readonly hours: number;
}

export interface OnDuty {
  /** When a child is there: those who answer first. */
  readonly first: readonly ShownContact[];
  readonly others: readonly ShownContact[];
}

/** Who answers for a place at a moment, as the hub itself would say it for the days the pack covers. */
export function whoAnswers(pack: DutyPack, municipality: string, at: Date, language: Language): OnDuty {
  const place = pack.municipalities[municipality];
  const rank = (indices: readonly number[]): ShownContact[] =>
    indices
      .map((index) => toShown(pack, pack.contacts[index]!, at, language))
      .sort((a, b) => compare(waitFor(a), waitFor(b)));
  return { first: rank(place?.first ?? []), others: rank(place?.others ?? []) };
}

function toShown(
  { hours, validUntil }: DutyPack,
  contact: PackedContact,
  at: Date,
  language: Language,
): ShownContact {
  const { id, name, district = null, address = null, verifiedOn, phones } = contact;
  const beyond = at.toISOString() > validUntil;
  return {
    id,
    name: name[language],
    district,
    address,
    verifiedOn,
    phones: phones.map(({ e164 = null, shortCode = null, display }) => ({ e164, shortCode, display })),
    ...openingAt(beyond && hours[contact.hours] !== 'ALWAYS' ? 'UNKNOWN' : hours[contact.hours]!, at),
  };
}

type Opening = Pick<ShownContact, 'openNow' | 'opensAt' | 'closesAt'>;

function openingAt(hours: DutyPack['hours'][number], at: Date): Opening {
  if (hours === 'ALWAYS') return { openNow: true, opensAt: null, closesAt: null };
  if (hours === 'UNKNOWN') return { openNow: false, opensAt: null, closesAt: null };
  const now = at.getTime() / 1000;
  const next = hours.find(([, closes]) => now < closes);
  if (!next) return { openNow: false, opensAt: null, closesAt: null };
  const [opens, closes] = next;
  const toIso = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return opens > now
    ? { openNow: false, opensAt: toIso(opens), closesAt: null }
    : { openNow: true, opensAt: null, closesAt: toIso(closes) };
}

/** Open, then unknown, then closed by next opening. */
function waitFor({ openNow, opensAt }: Opening): string {
  return openNow ? '' : (opensAt ?? '0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
