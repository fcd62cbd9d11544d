import { Link } from 'react-router';
import { caseForms } from '../forms/definitions/forms';
import type { Errand } from '../hub/hub';
import { useLanguage } from '../text/LanguageProvider';
import { useMay } from './useMay';

/** The forms that the role may hand in about the child. */
export function CaseActions({ errand }: { errand: Errand }) {
  const { t } = useLanguage();
  const may = useMay(errand);
  const forms = caseForms.filter(({ needs }) => may(needs));
  if (forms.length === 0) return null;
  return (
    <section>
      <h2>{t({ sv: 'Gör', en: 'Do' })}</h2>
      <ul className="forms">
        {forms.map(({ path, title }) => (
          <li key={path}>
            <Link className="button quiet" to={`/cases/child/${path}`}>
              {t(title)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
