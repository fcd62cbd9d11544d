import { useLanguage } from '../text/LanguageProvider';
import { fill, type Text } from '../text/text';
import { agencyTexts, wordFor } from '../text/vocabulary';
import type { Found } from './useSearch';

/** Why it is a match, in plain words; never what the agencies hold. */
export function Evidence({ evidence }: { evidence: Found['evidence'] }) {
  const { t } = useLanguage();
  const told = evidence.filter(({ agreement }) => agreement !== 'NOT_HELD');
  if (told.length === 0) return null;
  return (
    <details>
      <summary>{t({ sv: 'Varför träffen', en: 'Why this match' })}</summary>
      <ul>
        {told.map(({ identifier, agreement, heldBy }) => (
          <li key={`${identifier} ${heldBy}`}>
            {t(
              fill(agreements[agreement] ?? agreements['CLOSE']!, {
                what: t(wordFor(identifiers, identifier)),
                who: t(wordFor(agencyTexts, heldBy)),
              }),
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const identifiers: Readonly<Record<string, Text>> = {
  names: { sv: 'Namnet', en: 'The name' },
  birthDate: { sv: 'Födelsedatumet', en: 'The date of birth' },
  age: { sv: 'Åldern', en: 'The age' },
  sex: { sv: 'Könet', en: 'The sex' },
  phone: { sv: 'Telefonnumret', en: 'The phone number' },
  absconding: { sv: 'Tid och plats för avvikandet', en: 'Time and place of the absconding' },
  dossierNumber: { sv: 'Dossiernumret', en: 'The dossier number' },
  lmaNumber: { sv: 'LMA-numret', en: 'The LMA number' },
  personalNumber: { sv: 'Personnumret', en: 'The personal number' },
};

const agreements: Readonly<Record<string, Text>> = {
  EXACT: { sv: '{what} stämmer ({who}).', en: '{what} agrees ({who}).' },
  CLOSE: { sv: '{what} stämmer nästan ({who}).', en: '{what} nearly agrees ({who}).' },
  DIFFERENT: { sv: '{what} skiljer sig ({who}).', en: '{what} differs ({who}).' },
};
