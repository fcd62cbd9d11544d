import type { Errand } from '../hub/hub';
import { useLanguage } from '../text/LanguageProvider';
import type { Heard } from './heard';
import { ChildCard } from './ChildCard';
import { NoMatch } from './NoMatch';
import type { Searched } from './useSearch';

interface AnswerProps {
  readonly searched: Searched;
  readonly heard: Heard;
  readonly errand: Errand;
  /** Back to what was typed. */
  readonly onAgain: () => void;
  /** Another child. */
  readonly onRestart: () => void;
}

export function Answer({ searched, heard, errand, onAgain, onRestart }: AnswerProps) {
  const { t } = useLanguage();
  const { answer, at } = searched;
  const found = answer.data?.identify;
  return (
    <>
      {found?.child ? (
        <ChildCard
          found={found}
          child={found.child}
          errors={answer.errors}
          at={at}
          heard={heard}
          errand={errand}
        />
      ) : (
        found && <NoMatch found={found} at={at} foundIn={heard.foundIn} errand={errand} />
      )}
      <p className="actions">
        <button type="button" className="quiet" onClick={onAgain}>
          {t({ sv: 'Ändra och sök igen', en: 'Change and search again' })}
        </button>{' '}
        <button type="button" className="quiet" onClick={onRestart}>
          {t({ sv: 'Ett annat barn', en: 'Another child' })}
        </button>
      </p>
    </>
  );
}
