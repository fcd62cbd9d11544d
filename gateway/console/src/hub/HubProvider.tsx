import { createContext, use, type ReactNode } from 'react';
import type { Hub } from './hub';

const HubContext = createContext<Hub | null>(null);

export function HubProvider({ hub, children }: { hub: Hub; children: ReactNode }) {
  return <HubContext value={hub}>{children}</HubContext>;
}

export function useHub(): Hub {
  const hub = use(HubContext);
  if (!hub) throw new Error('outside HubProvider');
  return hub;
}
