import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { MeDocument } from '../../../../schema/console/operations';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import { Notice } from '../ui/Notice';
import type { Allowed } from './views';

const AllowedContext = createContext<Allowed | null>(null);

/** Asks once per login what the role may do, and waits for it. */
export function AllowedProvider({ children }: { children: ReactNode }) {
  const hub = useHub();
  const { t } = useLanguage();
  const [allowed, setAllowed] = useState<Allowed | null>(null);
  const [error, setError] = useState<HubError | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void hub.ask(MeDocument, {}).then(({ data, errors }) => {
      if (!wanted) return;
      setError(errors[0] ?? null);
      if (!data) return;
      const { IDENTIFICATION, PROTECTION, CASE_WORK, GUARDIANSHIP, REPORTING, STATISTICS, AUDIT } = data.me;
      setAllowed({ IDENTIFICATION, PROTECTION, CASE_WORK, GUARDIANSHIP, REPORTING, STATISTICS, AUDIT });
    });
    return () => {
      wanted = false;
    };
  }, [hub, attempt]);
  if (allowed) return <AllowedContext value={allowed}>{children}</AllowedContext>;
  if (!error) return <p role="status">{t({ sv: 'Ett ögonblick …', en: 'One moment …' })}</p>;
  return (
    <Notice
      tone="warning"
      title={t({ sv: 'Det gick inte att fråga navet', en: 'The hub could not be asked' })}
    >
      <p>{t(error.text)}</p>
      <button type="button" onClick={() => setAttempt(attempt + 1)}>
        {t({ sv: 'Försök igen', en: 'Try again' })}
      </button>
    </Notice>
  );
}

/** Null for whoever has not signed in. */
export function useAllowed(): Allowed | null {
  return use(AllowedContext);
}
