import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { createEngineServer } from '../../../gateway/engine/engineServer';
import { composeTestGraph } from './testGraph';

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
};
const close = (server: Server) => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

describe('the bare engine over HTTP', () => {
  let subgraph: Server;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    subgraph = createServer((_request, response) => void response.end('{"data":{"x":1}}'));
    const subgraphUrl = await listen(subgraph);
    const composed = composeTestGraph({
      a: { sdl: 'type Query { x: Int }' },
      gone: { sdl: 'type Query { y: Int }' },
    });
    const supergraphSdl = composed
      .replace('http://a.internal/graphql', subgraphUrl)
      .replace('http://gone.internal/graphql', 'http://127.0.0.1:9/graphql');
    server = createEngineServer({ supergraphSdl });
    url = await listen(server);
  });
  afterAll(async () => {
    await close(server);
    await close(subgraph);
  });

  const post = async (query: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
  };

  it('answers from the subgraphs at the addresses in the supergraph', async () => {
    expect(await post('{ x __typename }')).toEqual({ data: { x: 1, __typename: 'Query' } });
  });

  it('reports a subgraph that is not there', async () => {
    expect(await post('{ x y }')).toMatchObject({
      data: { x: 1, y: null },
      errors: [{ path: ['y'], extensions: { code: 'AGENCY_UNAVAILABLE', service: 'gone' } }],
    });
  });

  it('refuses what is not valid', async () => {
    expect(await post('{ nothing }')).toMatchObject({
      errors: [{ message: expect.stringContaining('nothing') as string }],
    });
  });
});
