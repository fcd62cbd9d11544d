import type { DueFragment } from '../../../../schema/console/operations';
import { useLanguage } from '../text/LanguageProvider';
import { DueLine } from './DueLine';
import { TakeDuty } from './TakeDuty';

/** What has to be done and when, soonest first; what is done or has lapsed can be unfolded. */
export function Duties({ deadlines }: { deadlines: readonly DueFragment[] }) {
  const { t } = useLanguage();
  const isOpen = ({ state }: DueFragment): boolean => state === 'PENDING' || state === 'OVERDUE';
  const rest = deadlines.filter((each) => !isOpen(each));
  return (
    <section>
      <h2>{t(texts.title)}</h2>
      {!deadlines.some(isOpen) && <p>{t(texts.none)}</p>}
      <Lines deadlines={deadlines.filter(isOpen)} />
      {rest.length > 0 && (
        <details>
          <summary>
            {t(texts.rest)} ({rest.length})
          </summary>
          <Lines deadlines={rest} />
        </details>
      )}
    </section>
  );
}

function Lines({ deadlines }: { deadlines: readonly DueFragment[] }) {
  if (deadlines.length === 0) return null;
  return (
    <ul className="rows">
      {deadlines.map((due) => (
        <li key={`${due.kind} ${due.dueAt}`}>
          <DueLine due={due} />
          <TakeDuty due={due} />
        </li>
      ))}
    </ul>
  );
}

const texts = {
  title: { sv: 'Att göra', en: 'To do' },
  none: { sv: 'Ingen frist löper.', en: 'Nothing is due.' },
  rest: { sv: 'Gjort eller bortfallet', en: 'Done or lapsed' },
};
