import type { ExecutionResult } from 'graphql';
import type { EngineTransport } from '../../../gateway/engine/transports/engineTransport';
import { createTestGraph, parseValid, toPlain, type TestGraph } from './testGraph';

const graph = (onEnd: () => void = () => undefined) =>
  createTestGraph({
    a: {
      sdl: `
        type Query { x: Int }
        type Subscription { ticks(count: Int!): User! }
        type User @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Subscription: {
          ticks: {
            subscribe: async function* (_: unknown, { count }: { count: number }) {
              try {
                for (let id = 1; id <= count; id++) yield { ticks: { id: String(id), name: `n${id}` } };
              } finally {
                onEnd();
              }
            },
          },
        },
      },
    },
    b: {
      sdl: `type User @key(fields: "id") { id: ID! nick: String must: Int! }`,
      resolvers: {
        User: {
          __resolveReference: ({ id }: { id: string }) => ({
            id,
            nick: `k${id}`,
            must: id === '2' ? null : 1,
          }),
        },
      },
    },
  });

const subscribe = async ({ engine }: TestGraph, query: string, variables: Record<string, unknown> = {}) =>
  engine.subscribe(engine.compile(parseValid(engine.schema, query), undefined), {
    variables,
    context: undefined,
  });

const collect = async (results: AsyncIterable<ExecutionResult> | ExecutionResult) => {
  const collected = [];
  if (!(Symbol.asyncIterator in results)) return toPlain(results);
  for await (const result of results) collected.push(toPlain(result));
  return collected;
};

describe('subscriptions', () => {
  it('enrich each event from the other subgraphs', async () => {
    const query =
      'subscription ($n: Int!, $s: Boolean = true) { t: ticks(count: $n) { name ... @include(if: $s) { nick } } }';
    expect(await collect(await subscribe(graph(), query, { n: 2 }))).toEqual([
      { data: { t: { name: 'n1', nick: 'k1' } } },
      { data: { t: { name: 'n2', nick: 'k2' } } },
    ]);
  });

  it('keep the errors of one event to that event', async () => {
    expect(
      await collect(await subscribe(graph(), 'subscription { ticks(count: 3) { must } }')),
    ).toMatchObject([
      { data: { ticks: { must: 1 } } },
      { data: null, errors: [{ path: ['ticks', 'must'] }] },
      { data: { ticks: { must: 1 } } },
    ]);
  });

  it('end the source when the client leaves, even while no event comes', async () => {
    let ended = false;
    const { engine, replace } = graph();
    let aborted: AbortSignal | undefined;
    const silent: EngineTransport = Object.assign(async () => ({}), {
      subscribe: ({ signal }: { signal?: AbortSignal | undefined }) => {
        aborted = signal;
        return {
          [Symbol.asyncIterator]: () => ({
            next: () => new Promise<never>(() => undefined),
            return: async () => ((ended = true), { done: true as const, value: undefined }),
          }),
        };
      },
    });
    replace('a', silent);
    const compiled = engine.compile(
      parseValid(engine.schema, 'subscription { ticks(count: 1) { id } }'),
      undefined,
    );
    const results = await engine.subscribe(compiled, { context: undefined });
    if (!(Symbol.asyncIterator in results)) throw new Error('no stream');
    const pending = results.next();
    await results.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(ended).toBe(true);
    expect(aborted?.aborted).toBe(true);
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it('say so when the source breaks, and end', async () => {
    const test = graph();
    test.replace(
      'a',
      Object.assign(async () => ({}), {
        subscribe: async function* () {
          yield { data: { _a0: { __typename: 'User', id: '1' } } };
          throw new Error('connection lost to 10.0.0.7');
        },
      }),
    );
    const results = await collect(await subscribe(test, 'subscription { t: ticks(count: 1) { nick } }'));
    expect(results).toMatchObject([
      { data: { t: { nick: 'k1' } } },
      { data: null, errors: [{ path: ['t'], extensions: { code: 'AGENCY_UNAVAILABLE', service: 'a' } }] },
    ]);
    expect(JSON.stringify(results)).not.toContain('10.0');
  });

  it('give one result when they cannot start', async () => {
    const test = graph();
    test.replace('a', async () => ({}));
    expect(await collect(await subscribe(test, 'subscription { ticks(count: 1) { id } }'))).toMatchObject({
      data: null,
      errors: [{ path: ['ticks'], extensions: { code: 'AGENCY_UNAVAILABLE' } }],
    });
    expect(
      await collect(await subscribe(test, 'subscription ($n: Int!) { ticks(count: $n) { id } }')),
    ).toMatchObject({
      errors: [{ message: expect.stringContaining('$n') as string }],
    });
  });
});
