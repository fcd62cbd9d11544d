import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/*
 * The same over a WebSocket (graphql-transport-ws): what HTTP has in headers stands in `connectionParams`.
 *
 *   HUB=ws://localhost:4000 TOKEN=… PURPOSE=CASE_WORK CASE=K-1 node -r @swc-node/register gateway/updates/examples/followByWebSocket.ts
 */
const {
  HUB = 'ws://localhost:4000',
  TOKEN,
  PURPOSE = 'CASE_WORK',
  CASE = 'EXAMPLE-1',
  CURSOR_FILE = '.cursor',
} = process.env;

const query =
  'subscription ($after: Cursor) { caseUpdates(after: $after) { cursor id type occurredAt child { id } } }';

async function follow(): Promise<void> {
  for (;;) {
    const client = createClient({
      url: `${HUB}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${TOKEN}`, 'x-purpose': PURPOSE, 'x-case-reference': CASE },
      retryAttempts: 0,
    });
    const after = existsSync(CURSOR_FILE) ? readFileSync(CURSOR_FILE, 'utf8') : null;
    try {
      for await (const { data, errors } of client.iterate<{ caseUpdates: { cursor: string } }>({
        query,
        variables: { after },
      })) {
        if (errors) process.stderr.write(`${JSON.stringify(errors)}\n`);
        if (!data) continue;
        process.stdout.write(`${JSON.stringify(data.caseUpdates)}\n`);
        writeFileSync(CURSOR_FILE, data.caseUpdates.cursor);
      }
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : JSON.stringify(error)}\n`);
    }
    await client.dispose();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

void follow();
