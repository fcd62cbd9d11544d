import { Link } from 'react-router';
import type { HubError } from '../hub/hubError';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill, type Text } from '../text/text';
import { Notice } from '../ui/Notice';

interface SearchProblemProps {
  readonly errors: readonly HubError[];
  readonly onAgain: () => void;
}

/** Why a question got no answer, in calm words, and what to do: whatever happens there is somebody to call. */
export function SearchProblem({ errors, onAgain }: SearchProblemProps) {
  const { t, language } = useLanguage();
  const [error] = errors;
  if (!error || error.field || error.code === 'UNAUTHENTICATED') return null;
  const { title, mayRepeat } = problems[error.code] ?? unforeseen;
  return (
    <Notice tone="warning" title={t(title)}>
      <p>{t(error.text)}</p>
      {error.retryAt && <p>{t(fill(texts.retryAt, { time: formatInstant(error.retryAt, language) }))}</p>}
      <p>
        {mayRepeat && (
          <button type="button" onClick={onAgain}>
            {t(texts.again)}
          </button>
        )}{' '}
        <Link className="button quiet" to="/duty">
          {t(texts.duty)}
        </Link>
      </p>
    </Notice>
  );
}

interface Problem {
  readonly title: Text;
  readonly mayRepeat: boolean;
}

const problems: Readonly<Record<string, Problem>> = {
  OFFLINE: { title: { sv: 'Ingen uppkoppling', en: 'No connection' }, mayRepeat: true },
  HUB_UNREACHABLE: { title: { sv: 'Navet svarar inte', en: 'The hub does not answer' }, mayRepeat: true },
  AGENCY_UNAVAILABLE: {
    title: { sv: 'En myndighet svarar inte', en: 'An agency does not answer' },
    mayRepeat: true,
  },
  AUDIT_UNAVAILABLE: { title: { sv: 'Loggen är nere', en: 'The log is down' }, mayRepeat: true },
  SEARCH_BUDGET_SPENT: {
    title: { sv: 'Inga sökningar kvar just nu', en: 'No searches left for now' },
    mayRepeat: false,
  },
  TOO_FEW_IDENTIFIERS: {
    title: { sv: 'Det behövs lite mer', en: 'A little more is needed' },
    mayRepeat: false,
  },
  BAD_USER_INPUT: {
    title: { sv: 'Något går inte att läsa', en: 'Something can not be read' },
    mayRepeat: false,
  },
  FORBIDDEN: {
    title: { sv: 'Din roll får inte göra detta', en: 'Your role may not do this' },
    mayRepeat: false,
  },
};
const unforeseen: Problem = { title: { sv: 'Något gick fel', en: 'Something went wrong' }, mayRepeat: true };

const texts = {
  retryAt: { sv: 'Du kan söka igen {time}.', en: 'You can search again {time}.' },
  again: { sv: 'Försök igen', en: 'Try again' },
  duty: { sv: 'Se vem som svarar nu', en: 'See who answers now' },
};
