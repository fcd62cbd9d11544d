import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { createRegisterSize } from '../../../subgraphs/shared/loading/registerSize';
import { answerQuestion, type FloorQuestion, type Pools, type Register } from './answerQuestion';

/*
 * The floor: what the same answer costs when one program may read all four registers by hand-written SQL. It asks
 * nobody who they are, decides nothing about secrecy and notes nothing.
 */

const opened = agencySubgraphs.map((agency) => [agency, openPool(agency)] as const);
const pools = Object.fromEntries(
  opened.map(([agency, pool]) => [agency, toRegister(pool)]),
) as unknown as Pools;

const server = createServer((request, response) => {
  readQuestion(request)
    .then((question) => answerQuestion(pools, question, new Date()))
    .then(
      (identify) => {
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify({ data: { identify } }));
      },
      (error: Error) => response.writeHead(500).end(JSON.stringify({ errors: [{ message: error.message }] })),
    );
});

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready on http://localhost:${(server.address() as AddressInfo).port}\n`);
});

process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void Promise.all(opened.map(([, pool]) => pool.end())).then(() => process.exit(0));
});

function openPool(agency: AgencySubgraph): Pool {
  return new Pool({ connectionString: process.env[`DATABASE_URL_${agency.toUpperCase()}`], max: 8 });
}

function toRegister(pool: Pool): Register {
  const size = createRegisterSize({
    query: async (statement) => (await pool.query<{ size: number }>(statement)).rows as [{ size: number }],
  });
  return Object.assign(pool, { size });
}

async function readQuestion(request: IncomingMessage): Promise<FloorQuestion> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return (JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: FloorQuestion }).variables;
}
