import 'reflect-metadata'; // before the first decorator
import { registerEnumType } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';

/** An enum object (`{ A: 'A' }`) of a closed word list, as type-graphql wants it. */
function toEnum<Word extends string>(words: readonly Word[]): { [K in Word]: K } {
  return Object.fromEntries(words.map((word) => [word, word])) as { [K in Word]: K };
}

/** Makes a word list an enum of the graph; every value is described. */
export function registerWords<Word extends string>(
  name: string,
  description: string,
  described: Readonly<Record<Word, string>>,
): { [K in Word]: K } {
  const words = toEnum(Object.keys(described) as Word[]);
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(described).map(([word, text]) => [word, { description: text }]),
  );
  registerEnumType(words, { name, description, valuesConfig: valuesConfig as never });
  return words;
}

const agencyTexts: Record<Agency, string> = {
  MIGRATION_AGENCY: 'The Swedish Migration Agency (Migrationsverket).',
  MUNICIPALITY: 'A municipality’s social services (socialtjänsten).',
  POLICE: 'The Police Authority (Polismyndigheten).',
  GUARDIANSHIP_BOARD: 'A chief guardian or board of guardians (överförmyndare, överförmyndarnämnd).',
  COUNTY_BOARD: 'A county administrative board (länsstyrelse).',
  NGO: 'A voluntary organisation (frivilligorganisation).',
  SCHOOL: 'A school (skola).',
  HEALTH_CARE: 'Health care (hälso- och sjukvård).',
  INTEGRATOR: 'A system acting for an agency (verksamhetssystem).',
  HUB: 'This shared hub itself (navet).',
};

export const AgencyEnum = registerWords(
  'Agency',
  'Who holds a record or acts (myndighet eller aktör).',
  agencyTexts,
);

export const SexEnum = registerWords('Sex', 'Sex as registered or stated (kön).', {
  FEMALE: 'Girl or woman (flicka, kvinna).',
  MALE: 'Boy or man (pojke, man).',
  OTHER: 'Neither (annat).',
  UNKNOWN: 'Not known (okänt).',
});
export type Sex = keyof typeof SexEnum;

export const LanguageEnum = registerWords('Language', 'The language of a text (språk).', {
  SV: 'Swedish (svenska).',
  EN: 'English (engelska).',
});
export type Language = keyof typeof LanguageEnum;

export const AbscondingStatusEnum = registerWords(
  'AbscondingStatus',
  'Where an absconding stands (avvikandets status).',
  {
    ABSCONDED: 'Left the placement and cannot be reached (avviken).',
    MISSING: 'Neither found nor back three calendar months after absconding (försvunnen).',
    FOUND: 'Found, not yet back in a placement (påträffad).',
    RETURNED: 'Back in a placement (återkommen).',
    CLOSED: 'Confirmed to have left Sweden for good (avslutad).',
  },
);
export type AbscondingStatus = keyof typeof AbscondingStatusEnum;
