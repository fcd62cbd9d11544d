import { hubUrl } from '../hub/settings';

/*
 * The pack as it came, signature and all, so that it is checked anew each time it is opened. It holds numbers of
 * authorities and nothing about anybody.
 */
const cacheName = 'duty';

export async function keepPack(signed: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  await (await caches.open(cacheName)).put(hubUrl('duty-pack'), new Response(signed));
}

export async function readKeptPack(): Promise<string | null> {
  if (!('caches' in globalThis)) return null;
  const held = await (await caches.open(cacheName)).match(hubUrl('duty-pack'));
  return held ? held.text() : null;
}
