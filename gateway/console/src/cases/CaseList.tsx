import { useMemo } from 'react';
import {
  CaseloadDocument,
  type AbscondingStatus,
  type CaseloadQuery,
} from '../../../../schema/console/operations';
import { usePages } from '../hub/usePages';
import { useKept } from '../shell/KeptProvider';
import { useLanguage } from '../text/LanguageProvider';
import { readableNames } from '../text/names';
import { fill, type Text } from '../text/text';
import { agencyTexts, wordFor } from '../text/vocabulary';
import { Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { PageList } from '../ui/PageList';
import { News } from '../updates/News';
import { CaseRow } from './CaseRow';
import { useCases } from './CasesFrame';
import { useMay } from './useMay';

const pick = (data: CaseloadQuery) => data.caseload;

/** The agency's children who are away, what is due soonest first. */
export function CaseList() {
  const { t } = useLanguage();
  const { errand } = useCases();
  const may = useMay(errand);
  const [status, setStatus] = useKept<AbscondingStatus | ''>('caseStatus', '');
  const variables = useMemo(
    () => ({ status: status || null, names: may('Child.names'), absconding: may('Child.absconding') }),
    [status, may],
  );
  const pages = usePages(CaseloadDocument, variables, pick, errand);
  const nameOf = (child: string): string | null =>
    readableNames(pages.nodes?.find(({ id }) => id === child)?.names)[0] ?? null;
  const silent = pages.latest?.caseload.unavailable ?? [];
  return (
    <section className="card">
      <h1>{t(texts.title)}</h1>
      <Field label={t(texts.filter)}>
        {(ids) => (
          <select
            {...ids}
            value={status}
            onChange={(event) => setStatus(event.target.value as AbscondingStatus | '')}
          >
            <option value="">{t(texts.everyone)}</option>
            {Object.entries(statuses).map(([code, words]) => (
              <option key={code} value={code}>
                {t(words)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <News child={null} nameOf={nameOf} onShow={pages.reload} />
      {silent.length > 0 && (
        <Notice title={t(texts.silentTitle)}>
          <p>
            {t(
              fill(texts.silent, {
                agencies: silent.map((agency) => t(wordFor(agencyTexts, agency))).join(', '),
              }),
            )}
          </p>
        </Notice>
      )}
      <PageList pages={pages} empty={t(texts.empty)}>
        {(children) => (
          <ul className="rows">
            {children.map((child) => (
              <CaseRow key={child.id} child={child} />
            ))}
          </ul>
        )}
      </PageList>
    </section>
  );
}

const statuses: Readonly<Record<string, Text>> = {
  ABSCONDED: { sv: 'Avvikna', en: 'Absconded' },
  MISSING: { sv: 'Försvunna, tre månader eller mer', en: 'Missing, three months or more' },
  FOUND: { sv: 'Påträffade, inte tillbaka', en: 'Found, not yet back' },
};

const texts = {
  title: { sv: 'Mina ärenden', en: 'My cases' },
  filter: { sv: 'Visa', en: 'Show' },
  everyone: { sv: 'Alla som är borta', en: 'Everyone who is away' },
  empty: {
    sv: 'Inget barn att visa. Här står barn i dina ärenden som är borta, om din roll får se det.',
    en: 'No child to show. Children of your cases who are away stand here, if your role may see it.',
  },
  silentTitle: { sv: 'En myndighet svarar inte', en: 'An agency does not answer' },
  silent: {
    sv: 'Listan stämmer ändå, men vems tur det är kan vara fel: {agencies} svarar inte.',
    en: 'The list stands, but whose turn it is may be wrong: {agencies} does not answer.',
  },
};
