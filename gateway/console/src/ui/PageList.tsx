import type { ReactNode } from 'react';
import type { Pages } from '../hub/usePages';
import { useLanguage } from '../text/LanguageProvider';
import { Notice } from './Notice';

interface PageListProps<Node> {
  readonly pages: Pages<Node>;
  readonly empty: string;
  readonly children: (nodes: readonly Node[]) => ReactNode;
}

/** A list with what is wrong with it, its end, and its rest. */
export function PageList<Node>({ pages, empty, children }: PageListProps<Node>) {
  const { t } = useLanguage();
  const { nodes, error, more, reload } = pages;
  return (
    <>
      {error && (
        <Notice tone="warning" title={t({ sv: 'Listan är inte hel', en: 'The list is not complete' })}>
          <p>{t(error.text)}</p>
          <button type="button" onClick={reload}>
            {t({ sv: 'Försök igen', en: 'Try again' })}
          </button>
        </Notice>
      )}
      {nodes === null && !error && <p role="status">…</p>}
      {nodes?.length === 0 && <p role="status">{empty}</p>}
      {nodes && nodes.length > 0 && children(nodes)}
      {more && (
        <button type="button" className="quiet" onClick={more}>
          {t({ sv: 'Visa fler', en: 'Show more' })}
        </button>
      )}
    </>
  );
}
