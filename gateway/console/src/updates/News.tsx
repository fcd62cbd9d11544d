import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { wordFor } from '../text/vocabulary';
import { updateTexts } from './updateTexts';
import { useUpdates } from './UpdatesProvider';

interface NewsProps {
  /** Only about this child; null: about all. */
  readonly child: string | null;
  /** What a child is called here, where that is known. */
  readonly nameOf?: (child: string) => string | null;
  /** Reads anew what stands below. */
  readonly onShow: () => void;
}

/** What has happened since the page was read: calm, read aloud when there is time, and nothing moves by itself. */
export function News({ child, nameOf, onShow }: NewsProps) {
  const { t, language } = useLanguage();
  const { fresh, connected, gap, clear } = useUpdates();
  const shown = fresh.filter((update) => child === null || update.child.id === child);
  const isNews = shown.length > 0 || gap;
  return (
    <div role="status" className="news">
      {isNews ? (
        <div className="notice calm">
          <h2>{t(texts.title)}</h2>
          <ul>
            {shown.slice(0, 5).map(({ id, type, occurredAt, child: { id: about } }) => {
              const name = nameOf?.(about);
              return (
                <li key={id}>
                  {formatInstant(occurredAt, language)}: {t(wordFor(updateTexts, type))}
                  {name && (
                    <>
                      {' '}
                      (<bdi>{name}</bdi>)
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          {gap && <p>{t(texts.gap)}</p>}
          <button
            type="button"
            onClick={() => {
              clear();
              onShow();
            }}
          >
            {t(texts.show)}
          </button>
        </div>
      ) : (
        <p className="hint">{t(connected ? texts.live : texts.away)}</p>
      )}
    </div>
  );
}

const texts = {
  title: { sv: 'Nytt i dina ärenden', en: 'New in your cases' },
  gap: {
    sv: 'Uppkopplingen var borta en stund: något kan ha hänt under tiden.',
    en: 'The connection was away for a while: something may have happened meanwhile.',
  },
  show: { sv: 'Visa det nya', en: 'Show what is new' },
  live: { sv: 'Nya händelser visas här när de kommer.', en: 'New events are shown here as they come.' },
  away: {
    sv: 'Nya händelser kommer inte fram just nu. Sidan försöker igen av sig själv.',
    en: 'New events do not arrive now. The page tries again by itself.',
  },
};
