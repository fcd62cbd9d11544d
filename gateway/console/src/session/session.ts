import { forget, sweepDrafts } from './keptDrafts';
import { readToken, type Who } from './who';

/**
 * Who uses the page. `LOCKED` hides what is shown and keeps what was typed, until the same person has signed in again.
 */
export type Session =
  | { readonly phase: 'SIGNED_OUT' }
  | { readonly phase: 'SIGNED_IN'; readonly who: Who; readonly token: string; readonly number: number }
  | { readonly phase: 'LOCKED'; readonly who: Who; readonly why: LockReason; readonly number: number };

export type LockReason = 'IDLE' | 'EXPIRED';

export interface SessionStore {
  current(): Session;
  subscribe(listener: () => void): () => void;
  /** @returns false when it is no token of the hub's kind */
  signIn(token: string): boolean;
  signOut(): void;
  lock(why: LockReason): void;
}

/** The token lives in this closure alone: no storage, no cookie, gone with the tab. */
export function createSessionStore(): SessionStore {
  let session: Session = { phase: 'SIGNED_OUT' };
  let sessions = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const change = (next: Session): void => {
    session = next;
    for (const listener of listeners) listener();
  };
  const lock = (why: LockReason): void => {
    clearTimeout(timer);
    if (session.phase === 'SIGNED_IN')
      change({ phase: 'LOCKED', why, who: session.who, number: session.number });
  };
  return {
    current: () => session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn: (token) => {
      const read = readToken(token);
      if (!read) return false;
      clearTimeout(timer);
      timer = setTimeout(() => lock('EXPIRED'), Math.min(read.expiresAt.getTime() - Date.now(), 2 ** 31 - 1));
      const goesOn = session.phase === 'LOCKED' && isSame(session.who, read.who);
      // Somebody else at the same screen gets a new page, with nothing of what was typed before.
      if (session.phase === 'LOCKED' && !goesOn) forget();
      sweepDrafts(read.who);
      const number = goesOn ? (session as { number: number }).number : ++sessions;
      change({ phase: 'SIGNED_IN', who: read.who, token, number });
      return true;
    },
    signOut: () => {
      clearTimeout(timer);
      forget();
      change({ phase: 'SIGNED_OUT' });
    },
    lock,
  };
}

function isSame(a: Who, b: Who): boolean {
  return a.id === b.id && a.role === b.role && a.agency === b.agency && a.municipality === b.municipality;
}
