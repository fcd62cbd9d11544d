import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';

/*
 * What a live update costs at the least: graphql-sse over an in-memory list of subscribers. No login, no rights, no
 * log, no audit; an event is published by a POST to /publish and is gone.
 */

interface Update {
  readonly id: string;
}

const schema = buildSchema(
  'type Query { x: Int } type Subscription { caseUpdates: CaseUpdate! } type CaseUpdate { id: ID! }',
);
const listeners = new Set<(update: Update) => void>();

async function* listen(): AsyncGenerator<{ caseUpdates: Update }> {
  const waiting: Update[] = [];
  let wake: () => void = () => undefined;
  const hear = (update: Update): void => {
    waiting.push(update);
    wake();
  };
  listeners.add(hear);
  try {
    for (;;) {
      while (waiting.length > 0) yield { caseUpdates: waiting.shift()! };
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    listeners.delete(hear);
  }
}

function main(): void {
  schema.getSubscriptionType()!.getFields()['caseUpdates']!.subscribe = listen;
  const handler = createHandler({ schema });
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/publish/')) {
      const id = request.url.slice('/publish/'.length);
      for (const hear of listeners) hear({ id });
      return void response.end();
    }
    return void handler(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`),
  );
  process.once('SIGTERM', () => process.exit(0));
}

main();
