import type { Plugin } from 'graphql-yoga';
import { hubError } from '../../schema/protocol/hubError';

/**
 * Takes JSON bodies only, up to a size. The other content types of GraphQL servers are those that a form on any web
 * page can send without asking.
 */
export function useJsonBody(limit: number): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, endResponse, fetchAPI }) {
      if (request.method !== 'POST') return;
      if (!isJson(request.headers.get('content-type'))) {
        return endResponse(new fetchAPI.Response(unsupported, { status: 415, headers: jsonOnly }));
      }
      const declared = request.headers.get('content-length');
      if (declared !== null && !(Number(declared) <= limit)) throw bodyTooLarge(limit);
      // Node cuts a body off at its declared length, so only an undeclared one must be counted.
      if (declared !== null || !requestParser || !request.body) return;
      setRequestParser(async (incoming) =>
        requestParser(await readWithin(incoming, limit, fetchAPI.Request)),
      );
    },
  };
}

const jsonOnly = { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' };
const unsupported = JSON.stringify({
  errors: [
    {
      message: 'Send the operation as JSON, with the header content-type: application/json.',
      extensions: {
        code: 'BAD_USER_INPUT',
        messageSv: 'Skicka frågan som JSON, med rubriken content-type: application/json.',
      },
    },
  ],
});

function isJson(contentType: string | null): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

async function readWithin(request: Request, limit: number, RequestClass: typeof Request): Promise<Request> {
  const { method, headers, body } = request;
  // Read by hand: leaving a loop would cancel the stream, and with it the socket that the refusal must go out on.
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) throw bodyTooLarge(limit);
    chunks.push(next.value);
  }
  return new RequestClass(request.url, { method, headers, body: Buffer.concat(chunks) });
}

function bodyTooLarge(limit: number): Error {
  return hubError(
    'LIMIT_EXCEEDED',
    {
      sv: `Frågan är för stor: högst ${limit} byte. Korta den eller dela upp den.`,
      en: `The request is too large: at most ${limit} bytes. Shorten or split it.`,
    },
    { limit: 'BODY_LIMIT_BYTES', most: limit, http: { status: 413, headers: { connection: 'close' } } },
  );
}
