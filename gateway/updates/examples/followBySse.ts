import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient } from 'graphql-sse';

/*
 * Follows case updates over server-sent events, and goes on where it stopped: the cursor is kept in a file.
 *
 *   HUB=http://localhost:4000 TOKEN=… PURPOSE=CASE_WORK CASE=K-1 node -r @swc-node/register gateway/updates/examples/followBySse.ts
 */
const {
  HUB = 'http://localhost:4000',
  TOKEN,
  PURPOSE = 'CASE_WORK',
  CASE = 'EXAMPLE-1',
  CURSOR_FILE = '.cursor',
} = process.env;

const query =
  'subscription ($after: Cursor) { caseUpdates(after: $after) { cursor id type occurredAt child { id } } }';

async function follow(): Promise<void> {
  const client = createClient({
    url: `${HUB}/graphql/stream`,
    headers: () => ({ authorization: `Bearer ${TOKEN}`, 'x-purpose': PURPOSE, 'x-case-reference': CASE }),
    // Reconnecting is done below, behind the last event: the library would ask again from the first cursor.
    retryAttempts: 0,
  });
  for (;;) {
    const after = existsSync(CURSOR_FILE) ? readFileSync(CURSOR_FILE, 'utf8') : null;
    try {
      for await (const { data, errors } of client.iterate<{ caseUpdates: { cursor: string } }>({
        query,
        variables: { after },
      })) {
        if (errors) process.stderr.write(`${JSON.stringify(errors)}\n`);
        if (!data) continue;
        process.stdout.write(`${JSON.stringify(data.caseUpdates)}\n`);
        // Only when the event is dealt with: after a crash it comes again, and its id tells that it is the same.
        writeFileSync(CURSOR_FILE, data.caseUpdates.cursor);
      }
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

void follow();
