import { setMaxListeners } from 'node:events';

/**
 * Lets a controller abort together with others' signals. Lighter than `AbortSignal.any`: a gateway holds several of
 * these for each of thousands of subscribers.
 *
 * @returns ends it, for signals that live longer than the controller
 */
export function abortWith(
  controller: AbortController,
  signals: readonly (AbortSignal | undefined)[],
): () => void {
  const abort = (): void => controller.abort();
  for (const signal of signals) {
    if (!signal) continue;
    if (signal.aborted) abort();
    // A server that stops is what all its streams wait for: that is no leak.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', abort, { once: true });
  }
  return () => signals.forEach((signal) => signal?.removeEventListener('abort', abort));
}
