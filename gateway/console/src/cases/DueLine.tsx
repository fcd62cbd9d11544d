import type { DueFragment } from '../../../../schema/console/operations';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { wordFor } from '../text/vocabulary';
import { actorTexts, dutyTexts, happensByItself } from './dutyTexts';
import { fromNow } from './fromNow';
import { useNow } from './useNow';

/** One duty with its clock: what, when, whose turn. */
export function DueLine({ due }: { due: DueFragment }) {
  const { kind, dueAt, owner, state, acknowledgedBy, acknowledgedAt } = due;
  const { t, language } = useLanguage();
  const now = useNow();
  const values = { time: formatInstant(dueAt, language), left: fromNow(dueAt, now, language) };
  const words =
    state === 'DONE'
      ? texts.done
      : state === 'CANCELLED'
        ? texts.cancelled
        : happensByItself.includes(kind)
          ? texts.happens
          : state === 'OVERDUE'
            ? texts.overdue
            : texts.pending;
  return (
    <p className={state === 'OVERDUE' ? 'due overdue' : 'due'}>
      <b>{t(wordFor(dutyTexts, kind))}.</b> {t(fill(words, values))}
      {(state === 'OVERDUE' || state === 'PENDING') && !happensByItself.includes(kind) && (
        <span className="hint">
          {' '}
          {acknowledgedBy && acknowledgedAt
            ? t(
                fill(texts.taken, {
                  owner: t(wordFor(actorTexts, acknowledgedBy)),
                  time: formatInstant(acknowledgedAt, language),
                }),
              )
            : t(fill(texts.owner, { owner: t(wordFor(actorTexts, owner)) }))}
        </span>
      )}
    </p>
  );
}

const texts = {
  pending: { sv: 'Senast {time}, {left}.', en: 'By {time}, {left}.' },
  overdue: { sv: 'Försenad: skulle vara gjord {time}, {left}.', en: 'Late: was due {time}, {left}.' },
  happens: { sv: '{time}, {left}.', en: '{time}, {left}.' },
  done: { sv: 'Gjord.', en: 'Done.' },
  cancelled: { sv: 'Behövs inte längre.', en: 'No longer needed.' },
  taken: { sv: 'Tas om hand av {owner} sedan {time}.', en: 'Seen to by {owner} since {time}.' },
  owner: { sv: 'Ligger nu på: {owner}.', en: 'Now with: {owner}.' },
};
