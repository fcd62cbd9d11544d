import { useCallback } from 'react';
import type { Errand } from '../hub/hub';
import { useAllowed } from '../shell/AllowedProvider';

/** Whether the role could ever be shown something, or do it, for the purpose: `Child.names`, `Mutation.recordReturn`. */
export function useMay({ purpose }: Errand): (coordinate: string) => boolean {
  const allowed = useAllowed();
  return useCallback(
    (coordinate: string) => allowed?.[purpose]?.includes(coordinate) ?? false,
    [allowed, purpose],
  );
}
