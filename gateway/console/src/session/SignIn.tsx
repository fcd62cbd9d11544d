import { lazy, Suspense, useEffect, useState } from 'react';
import { loadSettings, type Settings } from '../hub/settings';
import { useLanguage } from '../text/LanguageProvider';
import { Notice } from '../ui/Notice';

const DemoSignIn = lazy(() => import('./DemoSignIn').then(({ DemoSignIn }) => ({ default: DemoSignIn })));
const AgencySignIn = lazy(() =>
  import('./AgencySignIn').then((module) => ({ default: module.AgencySignIn })),
);

/** One's own agency's login, or in the demo a role to try. */
export function SignIn() {
  const { t } = useLanguage();
  const [settings, setSettings] = useState<Settings | 'UNREACHABLE' | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    loadSettings().then(setSettings, () => setSettings('UNREACHABLE'));
  }, [attempt]);
  if (settings === null) return <p role="status">…</p>;
  if (settings === 'UNREACHABLE') {
    return (
      <Notice
        tone="warning"
        title={t({ sv: 'Navet nås inte just nu', en: 'The hub can not be reached now' })}
      >
        <p>
          {t({
            sv: '”Vem svarar nu” fungerar ändå, om den har öppnats här förut. Vid fara: 112. Annars polisen: 114 14.',
            en: '“Who answers now” works anyway, if it has been opened here before. In danger: 112. Otherwise the police: 114 14.',
          })}
        </p>
        <button type="button" onClick={() => setAttempt(attempt + 1)}>
          {t({ sv: 'Försök igen', en: 'Try again' })}
        </button>
      </Notice>
    );
  }
  return (
    <Suspense fallback={<p role="status">…</p>}>
      {settings.demo ? <DemoSignIn /> : <AgencySignIn issuers={settings.signIn} />}
    </Suspense>
  );
}
