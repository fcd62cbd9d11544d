import { Client } from 'pg';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  caseUpdateTypes,
  type AgencySubgraph,
  type CaseUpdateType,
} from '../../../schema/protocol/vocabulary';
import { storyChildId } from '../../../subgraphs/demo/stories';
import { headersOf, type Asker, type TestHub } from '../../harness/hub';

/** Sixteen, of Luleå (2580), with a guardian and a missing person report. */
export const open = storyChildId('open-case');
/** Of Kramfors' neighbour 2584, whose case is closed. */
export const elsewhere = storyChildId('residence-permit');
/** Of Sollentuna (0163), with a protected identity. */
export const hidden = storyChildId('protected');

export const worker = (municipality: string): Asker => ({
  role: 'SOCIAL_WORKER',
  municipality,
  sub: `worker-${municipality}`,
  purpose: 'CASE_WORK',
});
export const system = (municipality: string): Asker => ({
  role: 'INTEGRATOR',
  municipality,
  sub: `system-${municipality}`,
  purpose: 'CASE_WORK',
});
export const officer: Asker = { role: 'MIGRATION_OFFICER', sub: 'officer', purpose: 'CASE_WORK' };
export const guardian: Asker = { role: 'GUARDIAN', sub: 'guardian-open-case', purpose: 'GUARDIANSHIP' };
export const investigator: Asker = { role: 'POLICE_INVESTIGATOR', sub: 'investigator', purpose: 'CASE_WORK' };

/** Writes an event into an agency's outbox, as a change of its own would. */
export async function happen(
  hub: Pick<TestHub, 'databases'>,
  agency: AgencySubgraph,
  type: CaseUpdateType,
  child: string,
  municipality: string | null = null,
): Promise<string> {
  const client = new Client({ connectionString: hub.databases[agency].url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO outbox (type, child, municipality, occurred_at, recorded_at)
       VALUES ($1, $2, $3, now(), now()) RETURNING id`,
      [type, child, municipality],
    );
    return rows[0]!.id;
  } finally {
    await client.end();
  }
}

export interface Update {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape
  readonly data?: any;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

/** What a subscriber has received so far, and how to leave. */
export interface Subscriber {
  readonly updates: readonly Update[];
  /** Waits until so many have come. */
  until(count: number): Promise<readonly Update[]>;
  /** Waits until the stream ends. */
  ended(): Promise<void>;
  leave(): void;
}

/** All but readings, which the other subscribers' own deliveries raise as well. */
const events = caseUpdateTypes.filter((type) => type !== 'CORE_FACTS_READ').join(' ');

export const query = (fields = 'cursor id type', args = `types: [${events}]`) =>
  `subscription ($after: Cursor) { caseUpdates(after: $after ${args}) { ${fields} } }`;

type Transport = 'SSE' | 'SSE_SINGLE' | 'WS';

/** Subscribes with the protocol's reference client, which neither hides nor repeats anything here. */
export async function subscribe(
  hub: Pick<TestHub, 'address' | 'issuer'>,
  asker: Asker,
  { transport = 'SSE' as Transport, text = query(), after = null as string | null, headers = {} } = {},
): Promise<Subscriber> {
  const own = { ...(await headersOf(asker, hub.issuer)), ...headers };
  const payload = { query: text, variables: { after } };
  const results =
    transport === 'WS' ? openWs(hub.address, own, payload) : openSse(hub.address, own, payload, transport);
  return collect(results);
}

function openSse(
  address: string,
  headers: Record<string, string>,
  payload: { query: string; variables: Record<string, unknown> },
  transport: Transport,
): AsyncIterableIterator<Update> {
  const client = createSseClient({
    url: `${address}/graphql/stream`,
    headers,
    retryAttempts: 0,
    singleConnection: transport === 'SSE_SINGLE',
  });
  return client.iterate(payload) as unknown as AsyncIterableIterator<Update>;
}

function openWs(
  address: string,
  connectionParams: Record<string, string>,
  payload: { query: string; variables: Record<string, unknown> },
): AsyncIterableIterator<Update> {
  const client = createWsClient({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
  const results = client.iterate(payload) as unknown as AsyncIterableIterator<Update>;
  const leave = results.return!.bind(results);
  return Object.assign(results, {
    return: async () => {
      const left = await leave();
      await client.dispose();
      return left;
    },
  });
}

function collect(results: AsyncIterableIterator<Update>): Subscriber {
  const updates: Update[] = [];
  const watchers = new Set<() => void>();
  let over: unknown;
  const tell = (): void => [...watchers].forEach((watch) => watch());
  const reading = (async () => {
    for await (const update of results) {
      updates.push(update);
      tell();
    }
  })().then(
    () => (over = 'ended'),
    (error: unknown) => (over = error ?? 'failed'),
  );
  void reading.then(tell);
  return {
    updates,
    until: (count) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`${updates.length} of ${count} came: ${JSON.stringify(updates)}`)),
          60_000,
        );
        const watch = (): void => {
          if (updates.length < count && over === undefined) return;
          clearTimeout(timer);
          watchers.delete(watch);
          if (updates.length >= count) resolve(updates);
          else
            reject(
              new Error(`ended after ${updates.length} of ${count}: ${String(over)} ${JSON.stringify(over)}`),
            );
        };
        watchers.add(watch);
        watch();
      }),
    ended: async () => {
      await reading;
      if (over !== 'ended') throw over;
    },
    leave: () => void results.return?.(),
  };
}

export const idsOf = (updates: readonly Update[]): unknown[] =>
  updates.map(({ data }) => data?.caseUpdates.id);
