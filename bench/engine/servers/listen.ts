import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers the text of a request's body with JSON. */
export type Answer = (body: string, request: IncomingMessage) => Promise<string | Buffer> | string | Buffer;

/** The least that is a GraphQL server over HTTP. */
export function createJsonServer(answer: Answer): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      Promise.resolve(answer(Buffer.concat(chunks).toString(), request)).then(
        (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
        (error: Error) => response.writeHead(500).end(error.stack),
      );
    });
  });
}

/** Listens on loopback and tells the bench where. */
export function announce(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
}
