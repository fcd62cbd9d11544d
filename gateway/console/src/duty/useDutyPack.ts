import { useEffect, useState } from 'react';
import { DutyPackDocument } from '../../../../schema/console/operations';
import { useHub } from '../hub/HubProvider';
import { loadSettings } from '../hub/settings';
import { useSession } from '../session/SessionProvider';
import type { DutyPack } from './dutyPack';
import { keepPack, readKeptPack } from './keptPack';
import { openDutyPack } from './openDutyPack';

/** The newest directory there is: the hub's, else the one that this device holds. */
export type PackState =
  | { readonly phase: 'LOADING' }
  | { readonly phase: 'READY'; readonly pack: DutyPack }
  | { readonly phase: 'NONE' };

export function useDutyPack(): PackState {
  const hub = useHub();
  const { phase } = useSession();
  const [state, setState] = useState<PackState>({ phase: 'LOADING' });
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const kept = await openKept();
      if (wanted && kept) setState({ phase: 'READY', pack: kept });
      if (phase === 'SIGNED_IN') {
        const { data } = await hub.ask(DutyPackDocument, {});
        const fresh = data && (await open(data.dutyPack));
        if (fresh) {
          await keepPack(data.dutyPack);
          if (wanted) setState({ phase: 'READY', pack: fresh });
          return;
        }
      }
      if (wanted && !kept) setState({ phase: 'NONE' });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [hub, phase]);
  return state;
}

async function openKept(): Promise<DutyPack | null> {
  const signed = await readKeptPack().catch(() => null);
  return signed ? open(signed) : null;
}

async function open(signed: string): Promise<DutyPack | null> {
  try {
    const { dutyKey } = await loadSettings();
    return dutyKey && (await openDutyPack(signed, dutyKey));
  } catch {
    return null;
  }
}
