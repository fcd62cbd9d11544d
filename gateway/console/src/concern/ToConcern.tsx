import { Link } from 'react-router';
import { useAllowed } from '../shell/AllowedProvider';
import { useKept } from '../shell/KeptProvider';
import { purposesFor } from '../shell/views';
import { useLanguage } from '../text/LanguageProvider';
import { newConcern, type Concern } from './concern';

interface ToConcernProps {
  /** Where the child is. */
  readonly municipality: string;
  /** Null when nobody knows who it is. */
  readonly child: string | null;
}

/** From an answer to the report of concern that every such meeting ends with. */
export function ToConcern({ municipality, child }: ToConcernProps) {
  const { t } = useLanguage();
  const allowed = useAllowed();
  const [, keep] = useKept<Concern | null>('concern', null);
  if (purposesFor(allowed, 'Mutation.submitConcern').length === 0) return null;
  return (
    <p>
      <Link className="button" to="/concern" onClick={() => keep(newConcern(municipality, child))}>
        {t({ sv: 'Gör en orosanmälan', en: 'Make a report of concern' })}
      </Link>
    </p>
  );
}
