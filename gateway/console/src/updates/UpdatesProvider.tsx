import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Errand } from '../hub/hub';
import { useSession, useSessionStore } from '../session/SessionProvider';
import { useKept } from '../shell/KeptProvider';
import { followUpdates, type CaseUpdate } from './followUpdates';

export interface Updates {
  /** Not yet looked at, newest first. */
  readonly fresh: readonly CaseUpdate[];
  /** Whether events arrive now. */
  readonly connected: boolean;
  /** What is shown has been read anew. */
  readonly clear: () => void;
  /** Something may have come that nobody told of. */
  readonly gap: boolean;
}

const UpdatesContext = createContext<Updates | null>(null);

/** As many as are shown; the list itself holds the rest. */
const most = 20;

/** Follows the caller's cases while a page of theirs is open; after a login that ran out it goes on where it was. */
export function UpdatesProvider({ errand, children }: { errand: Errand; children: ReactNode }) {
  const store = useSessionStore();
  const session = useSession();
  const token = session.phase === 'SIGNED_IN' ? session.token : null;
  const [cursor, keepCursor] = useKept<string | null>('updatesCursor', null);
  const last = useRef(cursor);
  const [fresh, setFresh] = useState<readonly CaseUpdate[]>([]);
  const [connected, setConnected] = useState(false);
  const [gap, setGap] = useState(false);
  useEffect(() => {
    if (token === null) return;
    return followUpdates({
      token,
      errand,
      after: last.current,
      onUpdate: (update) => {
        last.current = update.cursor;
        keepCursor(update.cursor);
        setFresh((before) => [update, ...before].slice(0, most));
      },
      onConnected: setConnected,
      onGap: () => setGap(true),
      onExpired: () => store.lock('EXPIRED'),
    });
  }, [token, errand, store, keepCursor]);
  const clear = useCallback(() => {
    setFresh([]);
    setGap(false);
  }, []);
  return <UpdatesContext value={{ fresh, connected, clear, gap }}>{children}</UpdatesContext>;
}

export function useUpdates(): Updates {
  const updates = use(UpdatesContext);
  if (!updates) throw new Error('outside UpdatesProvider');
  return updates;
}
