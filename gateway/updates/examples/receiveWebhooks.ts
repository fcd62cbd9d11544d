import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

/*
 * An endpoint that takes what the hub has signed, and nothing else.
 *
 *   HUB=http://localhost:4000 PORT=5000 node -r @swc-node/register gateway/updates/examples/receiveWebhooks.ts
 */
const { HUB = 'http://localhost:4000', PORT = '5000' } = process.env;

/** A message older than this may have been recorded and sent again by somebody else, in seconds. */
const tolerance = 300;

async function receive(): Promise<void> {
  const key = createPublicKey(await (await fetch(`${HUB}/webhook-key`)).text());
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const {
        'webhook-id': id = '',
        'webhook-timestamp': at = '',
        'webhook-signature': signatures = '',
      } = request.headers;
      const fresh = Math.abs(Date.now() / 1_000 - Number(at)) < tolerance;
      const message = Buffer.from(`${String(id)}.${String(at)}.${body}`);
      const signed = String(signatures)
        .split(' ')
        .some(
          (each) =>
            each.startsWith('v1a,') && verify(null, message, key, Buffer.from(each.slice(4), 'base64')),
        );
      if (!fresh || !signed) return response.writeHead(401).end();
      // The hub sends again when it did not hear the answer.
      if (!seen.has(String(id))) process.stdout.write(`${body}\n`);
      seen.add(String(id));
      return response.writeHead(204).end();
    });
  });
  server.listen(Number(PORT), '127.0.0.1', () => process.stderr.write('listening\n'));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

void receive();
