import { readFileSync } from 'node:fs';
import { loadPeer } from './loadPeer';

interface ApolloServerModule {
  readonly ApolloServer: new (options: { gateway: unknown }) => unknown;
}
interface StandaloneModule {
  startStandaloneServer(server: unknown, options: object): Promise<{ url: string }>;
}
interface GatewayModule {
  readonly ApolloGateway: new (options: { supergraphSdl: string }) => unknown;
}

/** Apollo Gateway in Apollo Server, as they come, from the folder of peers. */
async function main(): Promise<void> {
  const { ApolloServer } = loadPeer<ApolloServerModule>('@apollo/server');
  const { startStandaloneServer } = loadPeer<StandaloneModule>('@apollo/server/standalone');
  const { ApolloGateway } = loadPeer<GatewayModule>('@apollo/gateway');
  const gateway = new ApolloGateway({ supergraphSdl: readFileSync(process.env.SUPERGRAPH ?? '', 'utf8') });
  const server = new ApolloServer({ gateway });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  process.stdout.write(`ready at ${url}\n`);
}

void main();
