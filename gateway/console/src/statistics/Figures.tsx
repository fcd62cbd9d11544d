import { lazy, Suspense } from 'react';
import type { Errand } from '../hub/hub';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import { Notice } from '../ui/Notice';
import { Download } from './Download';
import { FigureTable } from './FigureTable';
import type { Choice } from './choice';
import { dimensionTexts, subjectTexts } from './statisticsTexts';
import { useFigures } from './useFigures';

const Chart = lazy(() => import('./Chart').then(({ Chart }) => ({ default: Chart })));

/** One published table, drawn and written. */
export function Figures({ choice, errand }: { choice: Choice; errand: Errand }) {
  const { t, language } = useLanguage();
  const { answer, reload } = useFigures(choice, errand);
  if (!answer) return <p role="status">{t(texts.asking)}</p>;
  const { data, errors } = answer;
  if (!data) {
    return (
      <Notice tone="warning" title={t(texts.none)}>
        <p>{errors[0] && t(errors[0].text)}</p>
        <button type="button" onClick={() => void reload()}>
          {t(texts.again)}
        </button>
      </Notice>
    );
  }
  const { cells, definition, publishedAt, threshold } = data.statistics;
  const divided = [choice.by, ...(choice.and ? [choice.and] : [])].map((each) => t(dimensionTexts[each]));
  const title = `${t(subjectTexts[choice.subject])} ${choice.year}: ${divided.join(', ')}`;
  const hidden = cells.filter(({ suppressed }) => suppressed).length;
  return (
    <section>
      <h2>{title}</h2>
      <p>{definition}</p>
      <Suspense fallback={<p role="status">…</p>}>
        <Chart cells={cells} title={title} />
      </Suspense>
      {hidden > 0 && <p>{t(fill(texts.hidden, { hidden, threshold }))}</p>}
      <FigureTable cells={cells} headings={divided} title={title} />
      <Download choice={choice} errand={errand} />
      <p className="hint">{t(fill(texts.published, { time: formatInstant(publishedAt, language) }))}</p>
    </section>
  );
}

const texts = {
  asking: { sv: 'Hämtar uppgifterna …', en: 'Fetching the figures …' },
  none: { sv: 'Uppgifterna går inte att visa nu', en: 'The figures cannot be shown now' },
  again: { sv: 'Försök igen', en: 'Try again' },
  hidden: {
    sv: '{hidden} uppgifter är dolda: de gäller färre än {threshold}, eller skulle avslöja en sådan. De ritas inte.',
    en: '{hidden} figures are hidden: they count fewer than {threshold}, or would give such a one away. They are not drawn.',
  },
  published: {
    sv: 'Räknat en gång, {time}. Det som rättas senare ändrar inte tabellen.',
    en: 'Counted once, {time}. What is corrected later does not change the table.',
  },
};
