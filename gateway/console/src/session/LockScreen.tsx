import { useLanguage } from '../text/LanguageProvider';
import { useSessionStore } from './SessionProvider';
import type { LockReason } from './session';
import { SignIn } from './SignIn';

/** In front of a page whose login is over. */
export function LockScreen({ why }: { why: LockReason }) {
  const { t } = useLanguage();
  const store = useSessionStore();
  return (
    <main className="lock">
      <div className="notice calm" role="alert">
        <h1>{t(texts[why])}</h1>
        <p>{t(texts.kept)}</p>
      </div>
      <SignIn />
      <button type="button" className="plain" onClick={() => store.signOut()}>
        {t({ sv: 'Kasta det jag skrev och logga ut', en: 'Throw away what I typed and sign out' })}
      </button>
    </main>
  );
}

const texts = {
  IDLE: { sv: 'Låst efter en stund utan användning', en: 'Locked after a while without use' },
  EXPIRED: { sv: 'Inloggningen har gått ut', en: 'Your login has expired' },
  kept: {
    sv: 'Det du har skrivit finns kvar. Logga in igen för att fortsätta.',
    en: 'What you have typed is still here. Sign in again to go on.',
  },
};
