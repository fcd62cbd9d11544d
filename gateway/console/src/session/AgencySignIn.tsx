import { useState } from 'react';
import { useLanguage } from '../text/LanguageProvider';
import { useSessionStore } from './SessionProvider';
import { signInAt } from './signInAt';

interface AgencySignInProps {
  readonly issuers: readonly { readonly issuer: string; readonly clientId: string }[];
}

/** The login of one's own agency, in a window of its own: what was typed here stays. */
export function AgencySignIn({ issuers }: AgencySignInProps) {
  const { t } = useLanguage();
  const store = useSessionStore();
  const [state, setState] = useState<'READY' | 'WAITING' | 'FAILED'>('READY');
  const start = async (issuer: string, clientId: string): Promise<void> => {
    setState('WAITING');
    const token = await signInAt(issuer, clientId).catch(() => null);
    setState(token !== null && store.signIn(token) ? 'READY' : 'FAILED');
  };
  return (
    <section className="card">
      <h1>{t(texts.title)}</h1>
      {issuers.map(({ issuer, clientId }) => (
        <button
          key={issuer}
          type="button"
          disabled={state === 'WAITING'}
          onClick={() => void start(issuer, clientId)}
        >
          {t(texts.at)} {new URL(issuer).host}
        </button>
      ))}
      {state === 'WAITING' && <p role="status">{t(texts.waiting)}</p>}
      {state === 'FAILED' && (
        <p className="error" role="alert">
          {t(texts.failed)}
        </p>
      )}
    </section>
  );
}

const texts = {
  title: { sv: 'Logga in', en: 'Sign in' },
  at: { sv: 'Fortsätt hos', en: 'Go on at' },
  waiting: { sv: 'Logga in i fönstret som öppnades.', en: 'Sign in in the window that opened.' },
  failed: {
    sv: 'Inloggningen blev inte klar. Försök igen; tillåt att ett fönster öppnas om webbläsaren frågar.',
    en: 'The login was not completed. Try again; let a window open if the browser asks.',
  },
};
