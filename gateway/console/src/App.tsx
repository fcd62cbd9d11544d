import { StrictMode, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { Hub } from './hub/hub';
import { HubProvider } from './hub/HubProvider';
import { createRoutes } from './routes';
import type { SessionStore } from './session/session';
import { SessionProvider } from './session/SessionProvider';
import { LanguageProvider } from './text/LanguageProvider';

export function App({ session, hub }: { session: SessionStore; hub: Hub }) {
  const [router] = useState(createRoutes);
  return (
    <StrictMode>
      <LanguageProvider>
        <SessionProvider store={session}>
          <HubProvider hub={hub}>
            <RouterProvider router={router} />
          </HubProvider>
        </SessionProvider>
      </LanguageProvider>
    </StrictMode>
  );
}
