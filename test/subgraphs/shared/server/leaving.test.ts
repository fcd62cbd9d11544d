import { SubgraphUnavailable } from '../../../../schema/protocol/transport';
import { createHttpSubgraph } from '../../../../schema/protocol/transports/httpSubgraph';
import { listen, type Listening } from '../../../../subgraphs/shared/server/listen';
import { closeSubgraphs, startSubgraphs, type RunningSubgraphs } from '../../../../subgraphs/startSubgraphs';
import { createTestDatabase, type TestDatabase } from '../../../harness/database';
import { assertion, query, signingKey } from './searchOfDutyOfficer';

let database: TestDatabase;
let subgraphs: RunningSubgraphs;
let server: Listening;
let asked: { resolve: (signal: AbortSignal | undefined) => void };
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase('identification');
  subgraphs = await startSubgraphs({
    names: ['identification'],
    databaseUrls: { identification: database.url },
    signingKey,
    peers: {
      migration: ({ signal }) => {
        asked.resolve(signal);
        return new Promise(() => undefined);
      },
    },
    agencyTimeoutMs: 20_000,
    log: (line) => lines.push(line),
  });
  server = await listen(subgraphs.get('identification')!, 0, '127.0.0.1');
}, 30_000);
afterAll(async () => {
  await server?.close();
  if (subgraphs) await closeSubgraphs(subgraphs);
  await database?.drop();
});

const peerAsked = (): Promise<AbortSignal | undefined> =>
  new Promise((resolve) => {
    asked = { resolve };
  });

async function expectAborted(signal: AbortSignal | undefined): Promise<void> {
  if (!signal) throw new Error('the agency was asked without a signal');
  if (!signal.aborted)
    await new Promise((aborted) => signal.addEventListener('abort', aborted, { once: true }));
}

test('whoever hangs up on a subgraph hangs up on the agencies that it asked', async () => {
  const subgraph = createHttpSubgraph('identification', `http://127.0.0.1:${server.port}/graphql`, {
    timeoutMs: 20_000,
  });
  const caller = new AbortController();
  const signal = peerAsked();
  const answer = subgraph.transport({ query, assertion, signal: caller.signal });
  const reached = await signal;
  caller.abort();
  await expect(answer).rejects.toBeInstanceOf(SubgraphUnavailable);
  await expectAborted(reached);
  await subgraph.close();
});

test('the same holds within one process', async () => {
  const caller = new AbortController();
  const signal = peerAsked();
  const answer = subgraphs.get('identification')!.answer({ query, assertion, signal: caller.signal });
  const reached = await signal;
  caller.abort();
  await expectAborted(reached);
  await answer;
  expect(lines.filter((line) => line.includes('error'))).toEqual([]);
});
