/*
 * Keeps the page's own files, so that it opens without a connection. Never touches a question or an answer: whatever
 * is not one of the files goes to the network as if this were not here.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
/** Filled in when the page is built. */
const files = '__FILES__' as unknown as string[];
const cacheName = 'page-__BUILD__';
const base = worker.registration.scope;
const settings = new URL('settings.json', base).href;
const kept = new Set(files.map((file) => new URL(file, base).href));

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([...kept, settings]))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('page-') && name !== cacheName))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  const url = origin + pathname;
  if (url === base || url === settings) event.respondWith(fromNetwork(request, url));
  else if (kept.has(url)) event.respondWith(caches.match(url).then((held) => held ?? fetch(request)));
});

/** The newest when there is a connection, the kept one when there is none. */
async function fromNetwork(request: Request, url: string): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(cacheName)).put(url, response.clone());
    return response;
  } catch {
    return (await caches.match(url)) ?? Response.error();
  }
}
