import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An endpoint of an agency's that takes everything and keeps it as it came, headers included. */
export interface Collector {
  readonly url: string;
  readonly messages: readonly string[];
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const messages: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      messages.push([request.url, ...request.rawHeaders, Buffer.concat(chunks).toString()].join('\n'));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates`,
    messages,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
