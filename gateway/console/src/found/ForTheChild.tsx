import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../text/LanguageProvider';

const Leaflet = lazy(() => import('../leaflet/Leaflet').then(({ Leaflet }) => ({ default: Leaflet })));

/** What happens now, to show the child in its own language. */
export function ForTheChild() {
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="for-child">
      <h2>{t({ sv: 'Visa barnet', en: 'Show the child' })}</h2>
      {isOpen ? (
        <Suspense fallback={<p role="status">…</p>}>
          <Leaflet />
        </Suspense>
      ) : (
        <button type="button" className="quiet" onClick={() => setIsOpen(true)}>
          {t({ sv: 'Vad händer nu? På barnets språk', en: 'What happens now? In the child’s language' })}
        </button>
      )}
    </section>
  );
}
