import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createEngineServer } from './engine/engineServer';

const usage = 'Usage: npm run engine -- --supergraph FILE --port N [--timeout MILLISECONDS]';

/** The bare engine on any supergraph. Without authentication, so on loopback only and never in production. */
function main(): void {
  if (process.env.NODE_ENV === 'production') {
    fail('The bare engine has no authentication and is refused when NODE_ENV=production.');
  }
  const { supergraph, port, timeout } = readArguments();
  const server = createEngineServer({ supergraphSdl: readFileSync(supergraph, 'utf8'), http: { timeout } });
  server.listen(port, '127.0.0.1', () => {
    const { port: own } = server.address() as AddressInfo;
    process.stdout.write(`Engine ready at http://127.0.0.1:${own}/graphql\n`);
  });
  server.on('error', (error) => fail(error.message));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
}

function readArguments(): { supergraph: string; port: number; timeout: number | undefined } {
  const { values } = parseArgs({
    options: { supergraph: { type: 'string' }, port: { type: 'string' }, timeout: { type: 'string' } },
  });
  const port = Number(values.port);
  const timeout = values.timeout === undefined ? undefined : Number(values.timeout);
  if (!values.supergraph || !Number.isInteger(port) || port < 0 || Number.isNaN(timeout)) fail(usage);
  return { supergraph: values.supergraph, port, timeout };
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

main();
