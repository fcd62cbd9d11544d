import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createHub } from './hub/hub';
import { keepOffline } from './offline/keepOffline';
import { createSessionStore } from './session/session';
import { sweepDrafts } from './session/keptDrafts';
import { handBackSignIn } from './session/signInChannel';
import './style.css';

if (!handBackSignIn()) {
  sweepDrafts(null);
  const session = createSessionStore();
  createRoot(document.getElementById('app') as HTMLElement).render(
    <App session={session} hub={createHub(session)} />,
  );
  keepOffline();
}
