import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createWholeSchema } from './wholeSchema';

/** Apollo Server on one schema, as it comes. */
async function main(): Promise<void> {
  const server = new ApolloServer({ schema: createWholeSchema() });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  process.stdout.write(`ready at ${url}\n`);
}

void main();
