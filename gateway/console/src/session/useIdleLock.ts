import { useEffect } from 'react';
import type { SessionStore } from './session';

const signs = ['pointerdown', 'keydown', 'scroll', 'touchstart'] as const;

/** Locks the page when nobody has touched it for a while: a phone is put down, a child picks it up. */
export function useIdleLock(session: SessionStore, idleMs: number): void {
  useEffect(() => {
    let last = Date.now();
    const touch = (): void => {
      last = Date.now();
    };
    // Measured by the clock: timers stand still while a phone sleeps.
    const look = (): void => {
      if (Date.now() - last > idleMs) session.lock('IDLE');
    };
    const ticking = setInterval(look, 5_000);
    document.addEventListener('visibilitychange', look);
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', look);
      for (const sign of signs) removeEventListener(sign, touch);
    };
  }, [session, idleMs]);
}
