import { Link } from 'react-router';
import type { CaseloadQuery } from '../../../../schema/console/operations';
import { useKept } from '../shell/KeptProvider';
import { formatDate } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { readableNames } from '../text/names';
import { fill } from '../text/text';
import { DueLine } from './DueLine';

type ListedChild = CaseloadQuery['caseload']['edges'][number]['node'];

/** A child in the list: who, since when, what is due. */
export function CaseRow({ child: { id, names, absconding, nextDeadline } }: { child: ListedChild }) {
  const { t, language } = useLanguage();
  const [, open] = useKept<string | null>('caseChild', null);
  const [name] = readableNames(names);
  const since = absconding?.abscondedOn;
  return (
    <li>
      <h2>
        {/* The address names no child: which one it is stays in memory. */}
        <Link className="row-link" to="/cases/child" onClick={() => open(id)}>
          {name ? <bdi>{name}</bdi> : t(fill(texts.nameless, { end: id.slice(-4) }))}
        </Link>
      </h2>
      {since && (
        <p>
          {t(
            fill(absconding.status === 'MISSING' ? texts.missing : texts.away, {
              date: formatDate(since, language),
            }),
          )}
          {absconding.status === 'FOUND' && ` ${t(texts.found)}`}
        </p>
      )}
      {nextDeadline && <DueLine due={nextDeadline} />}
    </li>
  );
}

const texts = {
  nameless: { sv: 'Barn, referens …{end}', en: 'Child, reference …{end}' },
  away: { sv: 'Avviken sedan {date}.', en: 'Absconded since {date}.' },
  missing: { sv: 'Försvunnen, avviken sedan {date}.', en: 'Missing, absconded since {date}.' },
  found: { sv: 'Påträffad.', en: 'Found.' },
};
