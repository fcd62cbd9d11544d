import { NavLink, Outlet } from 'react-router';
import { useSession, useSessionStore } from '../session/SessionProvider';
import { useIdleLock } from '../session/useIdleLock';
import { LockScreen } from '../session/LockScreen';
import { useLanguage } from '../text/LanguageProvider';
import { roleTexts, wordFor } from '../text/vocabulary';
import { municipalityName } from '../ui/MunicipalitySelect';
import { AllowedProvider, useAllowed } from './AllowedProvider';
import { KeptProvider } from './KeptProvider';
import { isOpen, views } from './views';

/** A quarter of an hour: long enough for a call beside the child. */
const idleMs = 15 * 60_000;

/** The frame of every place: who is signed in, where one can go, and the lock before it all. */
export function Shell() {
  const store = useSessionStore();
  const session = useSession();
  useIdleLock(store, idleMs);
  if (session.phase === 'SIGNED_OUT') return <Frame />;
  const locked = session.phase === 'LOCKED';
  return (
    <>
      {locked && <LockScreen why={session.why} />}
      {/* What was typed lives on behind the lock; a new person gets a new page. */}
      <div hidden={locked} key={session.number}>
        <AllowedProvider>
          <Frame />
        </AllowedProvider>
      </div>
    </>
  );
}

function Frame() {
  const { t } = useLanguage();
  const allowed = useAllowed();
  const open = views.filter((view) => isOpen(view, allowed));
  return (
    <KeptProvider>
      <a className="skip" href="#main" onClick={skip}>
        {t({ sv: 'Till innehållet', en: 'To the content' })}
      </a>
      <header>
        <p className="brand">Skyddsnät</p>
        <LanguageSwitch />
        <WhoAmI />
      </header>
      <nav aria-label={t({ sv: 'Sidor', en: 'Pages' })}>
        {(allowed ? open : [views[0]!, ...open]).map(({ path, title }) => (
          <NavLink key={path} to={path} end={path === '/'}>
            {t(title)}
          </NavLink>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer>
        <p>
          {t({
            sv: 'Är barnet i fara: ring 112. Ingenting om barnet sparas på den här enheten om du inte själv väljer det.',
            en: 'If the child is in danger: call 112. Nothing about the child is kept on this device unless you choose it.',
          })}
        </p>
      </footer>
    </KeptProvider>
  );
}

/** The address after `#` is the page's own place, so the jump is made by hand. */
function skip(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <button type="button" className="plain" lang={other} onClick={() => choose(other)}>
      {other === 'sv' ? 'Svenska' : 'English'}
    </button>
  );
}

function WhoAmI() {
  const { t } = useLanguage();
  const store = useSessionStore();
  const session = useSession();
  if (session.phase === 'SIGNED_OUT') return null;
  const { role, municipality } = session.who;
  return (
    <p className="who">
      {t(wordFor(roleTexts, role))}
      {municipality && `, ${municipalityName(municipality)}`}{' '}
      <button type="button" className="plain" onClick={() => store.signOut()}>
        {t({ sv: 'Logga ut', en: 'Sign out' })}
      </button>
    </p>
  );
}
