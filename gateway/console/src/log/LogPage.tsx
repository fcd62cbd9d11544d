import { useMemo, useState } from 'react';
import { AccessLogDocument, type AccessLogQuery } from '../../../../schema/console/operations';
import { ErrandGate } from '../errand/Errand';
import type { Errand } from '../hub/hub';
import { usePages } from '../hub/usePages';
import { useKept } from '../shell/KeptProvider';
import { formatInstant } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { agencyTexts, purposeTexts, roleTexts, wordFor } from '../text/vocabulary';
import { cleanText } from '../ui/cleanText';
import { Field } from '../ui/Field';
import { PageList } from '../ui/PageList';

/** Who has looked at a child. */
export function LogPage() {
  return <ErrandGate coordinate="Query.accessLog">{(errand) => <Log errand={errand} />}</ErrandGate>;
}

function Log({ errand }: { errand: Errand }) {
  const { t } = useLanguage();
  const [child, setChild] = useKept('logChild', '');
  const [typed, setTyped] = useState(child);
  return (
    <section className="card">
      <h1>{t(texts.title)}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setChild(typed.trim());
        }}
      >
        <Field label={t(texts.child)} hint={t(texts.childHint)}>
          {(ids) => (
            <input
              {...ids}
              value={typed}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => setTyped(cleanText(event.target.value))}
            />
          )}
        </Field>
        <button type="submit">{t(texts.show)}</button>
      </form>
      {child && <Looks key={child} child={child} errand={errand} />}
    </section>
  );
}

const pick = (data: AccessLogQuery) => data.accessLog;

function Looks({ child, errand }: { child: string; errand: Errand }) {
  const { t, language } = useLanguage();
  const variables = useMemo(() => ({ child }), [child]);
  const pages = usePages(AccessLogDocument, variables, pick, errand);
  return (
    <PageList pages={pages} empty={t(texts.nobody)}>
      {(looks) => (
        <ul className="rows">
          {looks.map(({ at, agency, role, purpose, fields, principal, caseReference, municipality }) => (
            <li key={`${at} ${role} ${fields.join()}`}>
              <h2>{formatInstant(at, language)}</h2>
              <p>
                {t(wordFor(roleTexts, role))}, {municipality?.name ?? t(wordFor(agencyTexts, agency))}
                {principal && `, ${principal}`}
                {caseReference && `, ${caseReference}`}
              </p>
              {purpose && <p>{t(wordFor(purposeTexts, purpose))}</p>}
              {fields.length > 0 && (
                <details>
                  <summary>
                    {t(texts.fields)} ({fields.length})
                  </summary>
                  <p className="hint">{fields.join(', ')}</p>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </PageList>
  );
}

const texts = {
  title: { sv: 'Vem har tittat', en: 'Who has looked' },
  child: { sv: 'Barnets referens', en: 'The child’s reference' },
  childHint: { sv: 'Navets egen, ingen personuppgift.', en: 'The hub’s own, no personal number.' },
  show: { sv: 'Visa', en: 'Show' },
  nobody: { sv: 'Inga uppslag att visa.', en: 'No looks to show.' },
  fields: { sv: 'Det som visades', en: 'What was shown' },
};
