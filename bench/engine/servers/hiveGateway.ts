import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { announce } from './listen';
import { loadPeer } from './loadPeer';

interface RuntimeModule {
  createGatewayRuntime(options: object): RequestListener;
}

/** Hive Gateway's runtime on node:http, as it comes, from the folder of peers. */
function main(): void {
  const { createGatewayRuntime } = loadPeer<RuntimeModule>('@graphql-hive/gateway-runtime');
  const supergraph = readFileSync(process.env.SUPERGRAPH ?? '', 'utf8');
  announce(createServer(createGatewayRuntime({ supergraph, logging: false })));
}

main();
