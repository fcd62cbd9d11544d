import { findMunicipality } from '../../shared/reference/municipality';
import type { DutyKind, ResolvedContact } from './contact';
import type { Text } from '../../../schema/protocol/text';

/** Says honestly that the directory has nobody of that kind for the place, instead of leaving the caller guessing. */
export function unlistedContact(municipality: string, kind: DutyKind): ResolvedContact {
  const known = findMunicipality(municipality);
  const place = known?.name ?? '';
  return {
    id: known ? `UNLISTED_${kind}_${known.code}` : `UNLISTED_${kind}`,
    kind,
    name: {
      sv: `${[titles[kind].sv, place].filter(Boolean).join(', ')} (numret finns inte i katalogen)`,
      en: `${[titles[kind].en, place].filter(Boolean).join(', ')} (number not in the directory)`,
    },
    municipality: known?.code ?? null,
    district: null,
    phones: [],
    email: null,
    address: null,
    openNow: false,
    opensAt: null,
    closesAt: null,
    verifiedOn: null,
  };
}

const titles: Record<DutyKind, Text> = {
  SOCIAL_SERVICES: { sv: 'Socialtjänsten', en: 'Social services' },
  SOCIAL_EMERGENCY: { sv: 'Socialjouren', en: 'Social emergency service' },
  YOUTH_EMERGENCY: { sv: 'Ungdomsjouren', en: 'Youth emergency service' },
  GUARDIANSHIP_BOARD: { sv: 'Överförmyndaren', en: 'Guardianship board' },
  POLICE: { sv: 'Polisen', en: 'Police' },
  MIGRATION_AGENCY: { sv: 'Migrationsverket', en: 'Migration Agency' },
  SWITCHBOARD: { sv: 'Kommunens växel', en: 'Municipal switchboard' },
  NGO: { sv: 'Frivilligorganisation', en: 'Voluntary organisation' },
  HOTLINE: { sv: 'Journummer', en: 'Hotline' },
};
