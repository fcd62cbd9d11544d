import { formatDate } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { readableNames } from '../text/names';
import type { FoundChildData } from './ChildCard';

/** What the finder may see of who the child is. */
export function Persona({ child: { names, birthDate, languages } }: { child: FoundChildData }) {
  const { t, language } = useLanguage();
  const spoken = (languages ?? []).map(({ name }) => name).join(', ');
  const needsInterpreter = (languages ?? []).some(({ interpreterNeeded }) => interpreterNeeded);
  return (
    <div className="persona">
      {readableNames(names).map((name) => (
        <p key={name} className="child-name">
          <bdi>{name}</bdi>
        </p>
      ))}
      {birthDate && <p>{t(fill(texts.born, { date: formatDate(birthDate, language) }))}</p>}
      {spoken && <p>{t(fill(needsInterpreter ? texts.interpreter : texts.speaks, { languages: spoken }))}</p>}
    </div>
  );
}

const texts = {
  born: { sv: 'Född {date}', en: 'Born {date}' },
  speaks: { sv: 'Talar {languages}', en: 'Speaks {languages}' },
  interpreter: { sv: 'Talar {languages}, behöver tolk', en: 'Speaks {languages}, needs an interpreter' },
};
