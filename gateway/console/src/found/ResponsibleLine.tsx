import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import type { FoundChildData } from './ChildCard';

interface ResponsibleLineProps {
  readonly responsibility:
    | Pick<
        NonNullable<FoundChildData['responsibility']>,
        'municipality' | 'interim' | 'explanation' | 'basis'
      >
    | null
    | undefined;
}

/** Who is responsible, by which rule, and who acts until then. */
export function ResponsibleLine({ responsibility }: ResponsibleLineProps) {
  const { t } = useLanguage();
  if (!responsibility) return null;
  const { municipality, interim, explanation, basis } = responsibility;
  return (
    <section className="responsible">
      <h2>{t(texts.title)}</h2>
      <p className="fact strong">{municipality?.name ?? t(texts.migration)}</p>
      {interim && interim.code !== municipality?.code && (
        <p>{t(fill(texts.interim, { name: interim.name }))}</p>
      )}
      <p>{explanation}</p>
      {basis.length > 0 && (
        <details>
          <summary>{t(texts.basis)}</summary>
          <ul>
            {basis.map(({ code, title }) => (
              <li key={code}>
                {title} <span className="hint">({code})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const texts = {
  title: { sv: 'Ansvarar', en: 'Responsible' },
  migration: { sv: 'Migrationsverket', en: 'The Migration Agency' },
  interim: {
    sv: '{name} agerar tills vidare, där barnet är nu.',
    en: '{name} acts for now, where the child is.',
  },
  basis: { sv: 'Rättslig grund', en: 'Legal basis' },
};
