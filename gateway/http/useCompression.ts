import type { Plugin } from 'graphql-yoga';
import { compress, negotiateCoding } from './compress';

/**
 * Compresses answers that tell nothing about anybody: directories, routines, the schema. How far an answer shrinks
 * depends on what stands in it twice, so the length on the wire of a compressed answer about a child would tell whoever
 * can see it, and can get a guess into the same answer, whether the guess is right (BREACH). Encryption does not hide
 * lengths. So an answer about a person, or one of which it is not known, is sent as it is.
 */
export function useCompression(isImpersonal: (request: Request) => boolean): Plugin {
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const { status, headers } = response;
      if (!isImpersonal(request) || !headers.get('content-type')?.includes('json')) return;
      headers.set('vary', 'accept-encoding');
      // A stream has no length, and is not touched.
      const length = Number(headers.get('content-length'));
      const coding = negotiateCoding(request.headers.get('accept-encoding'), length);
      if (coding === null) return;
      const body = await compress(await response.text(), coding);
      headers.set('content-encoding', coding);
      headers.set('content-length', String(body.length));
      setResponse(new fetchAPI.Response(new Uint8Array(body), { status, headers }));
    },
  };
}
