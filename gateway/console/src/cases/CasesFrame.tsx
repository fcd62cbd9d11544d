import { Outlet, useOutletContext } from 'react-router';
import { ErrandGate } from '../errand/Errand';
import type { Errand } from '../hub/hub';
import { useAllowed } from '../shell/AllowedProvider';
import { UpdatesProvider } from '../updates/UpdatesProvider';
import { casePurposes } from './casePurposes';

interface Cases {
  readonly errand: Errand;
}

/** Around the list of cases and each child in it: why they are read, and what happens meanwhile. */
export function CasesFrame() {
  const allowed = useAllowed();
  return (
    <ErrandGate coordinate="Query.caseload" purposes={casePurposes(allowed)}>
      {(errand) => (
        <UpdatesProvider errand={errand}>
          <Outlet context={{ errand } satisfies Cases} />
        </UpdatesProvider>
      )}
    </ErrandGate>
  );
}

export function useCases(): Cases {
  return useOutletContext<Cases>();
}
