import { Link } from 'react-router';
import { useAllowed } from '../shell/AllowedProvider';
import { useKept } from '../shell/KeptProvider';
import { useLanguage } from '../text/LanguageProvider';
import { casePurposes } from './casePurposes';

/** From a child that was found to its case, for those who may follow cases. */
export function ToCase({ child }: { child: string }) {
  const { t } = useLanguage();
  const allowed = useAllowed();
  const [, open] = useKept<string | null>('caseChild', null);
  if (casePurposes(allowed).length === 0) return null;
  return (
    <p>
      <Link className="button quiet" to="/cases/child" onClick={() => open(child)}>
        {t({ sv: 'Barnets ärende', en: 'The child’s case' })}
      </Link>
    </p>
  );
}
