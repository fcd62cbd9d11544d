import { Navigate, Outlet, useOutletContext } from 'react-router';
import type { Errand } from '../hub/hub';
import { useKept } from '../shell/KeptProvider';
import { useCases } from './CasesFrame';
import { useCase, type OpenCase } from './useCase';

export interface ChildInCase {
  readonly errand: Errand;
  /** The hub's opaque reference; it stands in no address. */
  readonly child: string;
  readonly open: OpenCase;
}

/** Around a child's page and the forms about it: read once. */
export function ChildFrame() {
  const { errand } = useCases();
  const [child] = useKept<string | null>('caseChild', null);
  if (child === null) return <Navigate to="/cases" replace />;
  return <Opened key={child} child={child} errand={errand} />;
}

function Opened({ child, errand }: { child: string; errand: Errand }) {
  const open = useCase(child, errand);
  return <Outlet context={{ errand, child, open } satisfies ChildInCase} />;
}

export function useChildInCase(): ChildInCase {
  return useOutletContext<ChildInCase>();
}
