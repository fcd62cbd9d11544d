import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly id: string;
  readonly type: string;
  readonly subject?: string;
  readonly data: Record<string, unknown>;
}

export interface Receiver {
  readonly url: string;
  /** What was taken, in order. */
  readonly taken: readonly Received[];
  /** How many messages came in all, and how many were not signed by the hub. */
  readonly counts: { came: number; unsigned: number };
  /** What it answers from now on. @default 204 */
  answer(status: (event: Received) => number): void;
  until(count: number): Promise<readonly Received[]>;
  close(): Promise<void>;
}

/** An endpoint of an agency's: checks each signature with the hub's public key. */
export async function startReceiver(publicKeyPem: string, port = 0): Promise<Receiver> {
  const key = createPublicKey(publicKeyPem);
  const taken: Received[] = [];
  const counts = { came: 0, unsigned: 0 };
  let statusOf: (event: Received) => number = () => 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = request.headers;
      const [version, bytes] = String(signature).split(',');
      const signed = verify(
        null,
        Buffer.from(`${String(id)}.${String(at)}.${body}`),
        key,
        Buffer.from(bytes ?? '', 'base64'),
      );
      counts.came += 1;
      if (!signed || version !== 'v1a') counts.unsigned += 1;
      const event = JSON.parse(body) as Received;
      const status = statusOf(event);
      // The same id again is the same event: a receiver that answered and was not heard is sent it once more.
      if (status < 300 && !taken.some(({ id: known }) => known === event.id)) taken.push(event);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates`,
    taken,
    counts,
    answer: (given) => void (statusOf = given),
    until: async (count) => {
      for (const until = Date.now() + 20_000; taken.length < count;) {
        if (Date.now() > until) throw new Error(`${taken.length} of ${count} came: ${JSON.stringify(taken)}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return taken;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
