import { formatDate } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import type { FoundChildData } from './ChildCard';

interface AbscondingLineProps {
  readonly absconding: FoundChildData['absconding'] | undefined;
}

/** Has the child absconded, since when. */
export function AbscondingLine({ absconding }: AbscondingLineProps) {
  const { t, language } = useLanguage();
  if (!absconding) return null;
  const { absconded, abscondedOn, status, arrivalStage } = absconding;
  if (!absconded || !abscondedOn) {
    return (
      <p className="fact">
        {t(status === null ? texts.never : status === 'FOUND' ? texts.found : texts.back)}
      </p>
    );
  }
  const since = { date: formatDate(abscondedOn, language) };
  return (
    <p className="fact strong">
      {t(fill(status === 'MISSING' ? texts.missing : texts.away, since))}
      {arrivalStage && ` ${t(texts.arrival)}`}
    </p>
  );
}

const texts = {
  never: { sv: 'Inget avvikande är registrerat.', en: 'No absconding is registered.' },
  back: { sv: 'Inte avviken nu.', en: 'Not absconded now.' },
  found: { sv: 'Registrerad som påträffad.', en: 'Registered as found.' },
  away: { sv: 'Avviken sedan {date}.', en: 'Absconded since {date}.' },
  missing: {
    sv: 'Försvunnen: avviken sedan {date}, mer än tre månader.',
    en: 'Missing: absconded since {date}, more than three months.',
  },
  arrival: { sv: 'Avvek innan en kommun hade anvisats.', en: 'Left before a municipality was assigned.' },
};
