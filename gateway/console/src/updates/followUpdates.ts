import { createClient } from 'graphql-sse';
import {
  CaseUpdatesDocument,
  type CaseUpdatesSubscription,
  type CaseUpdateType,
} from '../../../../schema/console/operations';
import { headersOf, type Errand } from '../hub/hub';
import { hubUrl } from '../hub/settings';
import { reportedTypes } from './updateTexts';

export type CaseUpdate = CaseUpdatesSubscription['caseUpdates'];

export interface Following {
  readonly token: string;
  readonly errand: Errand;
  /** Goes on behind this event; null: from now on. */
  readonly after: string | null;
  readonly onUpdate: (update: CaseUpdate) => void;
  /** Whether events arrive. */
  readonly onConnected: (connected: boolean) => void;
  /** Something may have been missed: read anew. */
  readonly onGap: () => void;
  readonly onExpired: () => void;
}

const firstRestMs = 1_000;
const longestRestMs = 30_000;

/** Codes after which asking again in the same way cannot help. */
const final = ['FORBIDDEN', 'PURPOSE_REFUSED', 'PURPOSE_REQUIRED', 'BAD_USER_INPUT', 'LIMIT_EXCEEDED'];

/**
 * Follows what happens in the caller's cases, over server-sent events, until it is stopped. A connection that breaks is
 * made anew, and goes on behind the last event: nothing is lost and nothing comes twice.
 *
 * @returns stops it
 */
export function followUpdates({ token, errand, after, ...tell }: Following): () => void {
  const client = createClient({
    url: hubUrl('graphql/stream'),
    headers: headersOf(token, errand),
    retryAttempts: 0,
    on: {
      connected: () => {
        tell.onConnected(true);
        if (wasConnected && cursor === null) tell.onGap();
        wasConnected = true;
      },
    },
  });
  const stopped = new AbortController();
  let cursor = after;
  let rest = firstRestMs;
  let wasConnected = false;

  /** @returns the code of the error that ended it, null when the connection did */
  const follow = async (): Promise<string | null> => {
    const variables = { after: cursor, types: [...reportedTypes] as CaseUpdateType[] };
    const results = client.iterate<CaseUpdatesSubscription>({
      query: CaseUpdatesDocument.toString(),
      variables,
    });
    stopped.signal.addEventListener('abort', () => void results.return?.(), { once: true });
    for await (const { data, errors } of results) {
      if (errors?.[0]) return String(errors[0].extensions['code']);
      if (!data?.caseUpdates) continue;
      rest = firstRestMs;
      cursor = data.caseUpdates.cursor;
      tell.onUpdate(data.caseUpdates);
    }
    return null;
  };
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const code = await follow().catch(() => null);
      if (stopped.signal.aborted) return;
      tell.onConnected(false);
      if (code === 'UNAUTHENTICATED') return tell.onExpired();
      if (code !== null && final.includes(code)) return;
      if (code === 'CURSOR_REFUSED') cursor = null;
      await pause(rest, stopped.signal);
      rest = Math.min(rest * 2, longestRestMs);
    }
  };
  void run();
  return () => {
    stopped.abort();
    client.dispose();
  };
}

/** Until the time is up, a connection is back, or nobody wants it any more. */
function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((go) => {
    const timer = setTimeout(go, ms);
    const now = (): void => {
      clearTimeout(timer);
      go();
    };
    addEventListener('online', now, { once: true, signal: stopped });
    stopped.addEventListener('abort', now, { once: true });
  });
}
