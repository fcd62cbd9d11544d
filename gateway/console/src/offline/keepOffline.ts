/** Lets the page open without a connection; it works without this, too. */
export function keepOffline(): void {
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('./sw.js').catch(() => undefined);
}
