import { useState } from 'react';
import { useLanguage } from '../text/LanguageProvider';
import { fill } from '../text/text';
import type { Cell } from './useFigures';

interface FigureTableProps {
  readonly cells: readonly Cell[];
  readonly headings: readonly string[];
  readonly title: string;
}

/** Every figure, hidden ones as such; rows where nobody was counted are shown when asked for. */
export function FigureTable({ cells, headings, title }: FigureTableProps) {
  const { t, language } = useLanguage();
  const [withZeros, setWithZeros] = useState(false);
  const shown = cells.filter(({ count }) => withZeros || count !== 0);
  const zeros = cells.filter(({ count }) => count === 0).length;
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB');
  return (
    <>
      <div className="scrolled" tabIndex={0} role="region" aria-label={title}>
        <table>
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
              <th scope="col" className="number">
                {t(texts.count)}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ categories, labels, count, suppressed }) => (
              <tr key={categories.join(' ')}>
                {labels.map((label, index) => (
                  <td key={index}>{label}</td>
                ))}
                <td className="number">
                  {suppressed || count === null ? t(texts.hidden) : number.format(count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p>{t(texts.nobody)}</p>}
      {zeros > 0 && (
        <label className="tick">
          <input type="checkbox" checked={withZeros} onChange={() => setWithZeros(!withZeros)} />
          <span>{t(fill(texts.zeros, { zeros }))}</span>
        </label>
      )}
    </>
  );
}

const texts = {
  count: { sv: 'Antal', en: 'Count' },
  hidden: { sv: 'dold', en: 'hidden' },
  nobody: { sv: 'Ingen räknades.', en: 'Nobody was counted.' },
  zeros: { sv: 'Visa även {zeros} rader med 0', en: 'Show {zeros} rows with 0, too' },
};
