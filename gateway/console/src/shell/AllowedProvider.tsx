import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { MeDocument } from '../../../../schema/console/operations';
import type { HubError } from '../hub/hubError';
import { useHub } from '../hub/HubProvider';
import { useLanguage } from '../text/LanguageProvider';
import { Notice } from '../ui/Notice';
import type { Allowed } from './views';

interface Rights {
  readonly allowed: Allowed;
  /** What the role may open in an emergency, as `Type.field`. */
  readonly emergency: readonly string[];
}

const AllowedContext = createContext<Rights | null>(null);

/** Asks once per login what the role may do, and waits for it. */
export function AllowedProvider({ children }: { children: ReactNode }) {
  const hub = useHub();
  const { t } = useLanguage();
  const [rights, setRights] = useState<Rights | null>(null);
  const [error, setError] = useState<HubError | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void hub.ask(MeDocument, {}).then(({ data, errors }) => {
      if (!wanted) return;
      setError(errors[0] ?? null);
      if (!data) return;
      const { IDENTIFICATION, PROTECTION, CASE_WORK, GUARDIANSHIP, REPORTING, STATISTICS, AUDIT } = data.me;
      setRights({
        allowed: { IDENTIFICATION, PROTECTION, CASE_WORK, GUARDIANSHIP, REPORTING, STATISTICS, AUDIT },
        emergency: data.me.emergencyFields,
      });
    });
    return () => {
      wanted = false;
    };
  }, [hub, attempt]);
  if (rights) return <AllowedContext value={rights}>{children}</AllowedContext>;
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
  return use(AllowedContext)?.allowed ?? null;
}

export function useEmergencyFields(): readonly string[] {
  return use(AllowedContext)?.emergency ?? [];
}
