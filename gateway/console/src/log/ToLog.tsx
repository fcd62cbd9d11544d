import { Link } from 'react-router';
import type { Errand } from '../hub/hub';
import { useAllowed } from '../shell/AllowedProvider';
import { useKept } from '../shell/KeptProvider';
import { useLanguage } from '../text/LanguageProvider';

/** To the looks at this very child, for those who may read them. */
export function ToLog({ child, errand }: { child: string; errand: Errand }) {
  const { t } = useLanguage();
  const allowed = useAllowed();
  const [, setChild] = useKept('logChild', '');
  if (!allowed?.[errand.purpose]?.includes('Query.accessLog')) return null;
  return (
    <p>
      <Link className="button quiet" to="/log" onClick={() => setChild(child)}>
        {t({ sv: 'Vem har tittat?', en: 'Who has looked?' })}
      </Link>
    </p>
  );
}
