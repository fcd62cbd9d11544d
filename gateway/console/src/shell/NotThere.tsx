import { Link } from 'react-router';
import { useLanguage } from '../text/LanguageProvider';
import { Notice } from '../ui/Notice';

/** A place that does not exist, or could not be loaded: never a dead end. */
export function NotThere() {
  const { t } = useLanguage();
  return (
    <Notice title={t({ sv: 'Sidan gick inte att visa', en: 'The page could not be shown' })}>
      <p>
        {t({
          sv: 'Den finns inte, eller så saknas uppkoppling. Är barnet i fara: ring 112. Annars når du polisen på 114 14.',
          en: 'It does not exist, or there is no connection. If the child is in danger: call 112. Otherwise the police answer on 114 14.',
        })}
      </p>
      <p>
        <Link to="/">{t({ sv: 'Till början', en: 'To the start' })}</Link>
      </p>
    </Notice>
  );
}
