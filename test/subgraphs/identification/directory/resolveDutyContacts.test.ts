import { existsSync, readFileSync } from 'node:fs';
import directory from '../../../../subgraphs/identification/directory/contacts.json';
import {
  dutyKinds,
  resolveDutyContacts,
  type DutyKind,
} from '../../../../subgraphs/identification/directory';
import { allMunicipalities, findMunicipality } from '../../../../subgraphs/shared/reference/municipality';

const moments = {
  'a weekday at noon': '2026-03-17T11:00:00Z',
  'a weekday at 02:30': '2026-03-17T01:30:00Z',
  'a Sunday afternoon': '2026-03-22T14:00:00Z',
  "New Year's night": '2026-12-31T23:30:00Z',
  'the night the clocks go forward': '2026-03-29T01:15:00Z',
  'the first 02:30 when the clocks go back': '2026-10-25T00:30:00Z',
  'the second 02:30 when the clocks go back': '2026-10-25T01:30:00Z',
};
const noon = new Date(moments['a weekday at noon']);
const night = new Date(moments['a weekday at 02:30']);
const evening = new Date('2026-03-17T19:00:00Z');

const ids = (municipality: string, kind: DutyKind | null, at: Date) =>
  resolveDutyContacts(municipality, kind, at).map(({ id }) => id);

describe.each(Object.entries(moments))('in all 290 municipalities on %s', (_, moment) => {
  const at = new Date(moment);

  test.each(dutyKinds)('%s has an answer, those who answer now first, each once', (kind) => {
    const wrong = allMunicipalities().filter(({ code }) => {
      const contacts = resolveDutyContacts(code, kind, at);
      const unique = new Set(contacts.map(({ id }) => id)).size === contacts.length;
      const openFirst = contacts.map(({ openNow }) => Number(!openNow));
      const soonestNext = contacts.flatMap(({ opensAt }) => opensAt ?? []);
      return contacts.length === 0 || !unique || !isSorted(openFirst) || !isSorted(soonestNext);
    });
    expect(wrong).toEqual([]);
  });

  test('the hours are consistent with the moment', () => {
    const contacts = allMunicipalities().flatMap(({ code }) => resolveDutyContacts(code, null, at));
    const isAhead = (instant: string | null) => instant === null || Date.parse(instant) > at.getTime();
    const wrong = contacts.filter(({ openNow, opensAt, closesAt, phones }) =>
      openNow
        ? opensAt !== null || !isAhead(closesAt) || phones.length === 0
        : closesAt !== null || !isAhead(opensAt),
    );
    expect(wrong).toEqual([]);
  });

  test('somebody can be called for social services', () => {
    const firsts = allMunicipalities().map(
      ({ code }) => resolveDutyContacts(code, 'SOCIAL_SERVICES', at)[0]!,
    );
    expect(firsts.filter(({ openNow, phones }) => !openNow || phones.length === 0)).toEqual([]);
  });
});

function isSorted<T extends number | string>(values: T[]): boolean {
  return values.every((value, index) => index === 0 || values[index - 1]! <= value);
}

describe('social services', () => {
  test.each([
    [
      'by day the office, then the switchboard and the police',
      '0191',
      noon,
      ['SOCIAL_SERVICES_0191', 'MUNI_0191_SWITCHBOARD', 'POLICE_114_14'],
    ],
    [
      'in the evening the emergency service, then the police',
      '0191',
      evening,
      ['SOCIAL_EMERGENCY_NORDVAST', 'POLICE_114_14', 'POLICE_NORRORT'],
    ],
    ['after two the police', '0191', night, ['POLICE_114_14', 'POLICE_NORRORT', 'SOCIAL_SERVICES_0191']],
    [
      'in Nykvarn at night the police, for want of an emergency service',
      '0140',
      night,
      ['POLICE_114_14', 'SOCIAL_SERVICES_0140', 'MUNI_0140_SWITCHBOARD'],
    ],
    [
      'in Nykvarn by day the office',
      '0140',
      noon,
      ['SOCIAL_SERVICES_0140', 'MUNI_0140_SWITCHBOARD', 'POLICE_114_14'],
    ],
    [
      'in Lidingö after two the police named for it',
      '0186',
      night,
      ['POLICE_114_14', 'POLICE_CITY', 'SOCIAL_SERVICES_0186'],
    ],
    [
      'in Luleå by day the switchboard',
      '2580',
      noon,
      ['MUNI_2580_SWITCHBOARD', 'POLICE_114_14', 'UNLISTED_SOCIAL_SERVICES_2580'],
    ],
    ['in Göteborg the police, and honesty', '1480', noon, ['POLICE_114_14', 'UNLISTED_SOCIAL_SERVICES_1480']],
    ['in an unknown place the police, and honesty', '', noon, ['POLICE_114_14', 'UNLISTED_SOCIAL_SERVICES']],
  ])('are %s', (_, municipality, at, expected) => {
    expect(ids(municipality, 'SOCIAL_SERVICES', at).slice(0, 3)).toEqual(expected);
  });

  test('who is closed says when it opens', () => {
    const contacts = resolveDutyContacts('0191', 'SOCIAL_SERVICES', night);
    const opensAt = (id: string) => contacts.find((contact) => contact.id === id)?.opensAt;
    expect(opensAt('SOCIAL_SERVICES_0191')).toBe('2026-03-17T07:00:00.000Z');
    expect(opensAt('SOCIAL_EMERGENCY_NORDVAST')).toBe('2026-03-17T15:00:00.000Z');
  });

  test('in Stockholm the service for the whole city comes before its fourteen districts', () => {
    const contacts = resolveDutyContacts('0180', 'SOCIAL_SERVICES', noon);
    expect(contacts[0]).toMatchObject({ id: 'SOCIAL_EMERGENCY_STOCKHOLM', district: null, closesAt: null });
    const districts = contacts.filter(({ district }) => district !== null);
    expect(new Set(districts.map(({ district }) => district)).size).toBe(14);
    expect(contacts.slice(1, 15)).toEqual(districts);
  });
});

describe('the other kinds', () => {
  test.each([
    [
      'YOUTH_EMERGENCY',
      '0180',
      night,
      ['SOCIAL_EMERGENCY_STOCKHOLM', 'POLICE_114_14', 'POLICE_CITY', 'YOUTH_EMERGENCY_STOCKHOLM'],
    ],
    [
      'GUARDIANSHIP_BOARD',
      '0192',
      new Date('2026-03-16T12:30:00Z'),
      ['GUARDIANSHIP_BOARD_SODERTORN', 'MUNI_0192_SWITCHBOARD'],
    ],
    ['GUARDIANSHIP_BOARD', '1480', noon, ['UNLISTED_GUARDIANSHIP_BOARD_1480']],
    ['POLICE', '2580', night, ['POLICE_114_14']],
    ['MIGRATION_AGENCY', '0184', noon, ['MIGRATION_AGENCY_SWITCHBOARD', 'MIGRATION_AGENCY_SOLNA']],
    ['SWITCHBOARD', '2584', noon, ['MUNI_2584_SWITCHBOARD']],
    ['NGO', '2584', noon, ['HOTLINE_116_000', 'HOTLINE_112', 'UNLISTED_NGO_2584']],
    ['HOTLINE', '2584', night, ['HOTLINE_116_000', 'HOTLINE_112']],
  ] as const)('%s in %s', (kind, municipality, at, expected) => {
    expect(ids(municipality, kind, at)).toEqual(expected);
  });

  test('a station somewhere in the county is named only when the police are asked for', () => {
    expect(ids('0140', 'POLICE', night)).toContain('POLICE_ARLANDA');
    expect(ids('0140', 'SOCIAL_SERVICES', night)).not.toContain('POLICE_ARLANDA');
  });

  test('null asks for every kind', () => {
    const kinds = resolveDutyContacts('0180', null, noon).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(dutyKinds.filter((kind) => kind !== 'SWITCHBOARD')));
  });
});

describe('the data', () => {
  test('name each function once, in both languages, with a number that can be dialled', () => {
    const { contacts } = directory;
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length);
    for (const contact of contacts) {
      expect([contact.name.sv, contact.name.en].every(Boolean)).toBe(true);
      expect(contact.phones.length).toBeGreaterThan(0);
      for (const phone of contact.phones as { e164?: string; shortCode?: string; display: string }[]) {
        expect(phone.e164 ?? phone.shortCode).toMatch(/^(\+46\d{7,9}|\d{3,6})$/);
        expect(phone.display.replace(/\D/g, '')).toBe((phone.e164 ?? phone.shortCode)!.replace('+46', '0'));
      }
    }
  });

  test('cover municipalities that exist', () => {
    const codes = directory.contacts
      .filter(({ coverage }) => coverage.scope === 'MUNICIPALITIES')
      .flatMap(({ coverage }) => coverage.codes);
    expect(codes.filter((code) => findMunicipality(code) === null)).toEqual([]);
  });

  test('say when they were verified, or that nobody did', () => {
    const dates = directory.contacts.map(({ verifiedOn }) => verifiedOn);
    expect(dates.every((date) => date === null || /^\d{4}-\d{2}-\d{2}$/.test(date))).toBe(true);
  });

  test('hold every function of the plans that answers for a place', () => {
    const reference = '/work/shared/reference/contacts.json';
    if (!existsSync(reference)) return;
    const { items } = JSON.parse(readFileSync(reference, 'utf8')) as {
      items: { id: string; type: string }[];
    };
    const own = new Set(directory.contacts.map(({ id }) => id));
    const missing = items.filter(({ id, type }) => type !== 'COUNTY_BOARD' && !own.has(id));
    expect(missing).toEqual([]);
  });
});
