import { GraphQLError } from 'graphql';
import { SubgraphUnavailable } from '../../../schema/protocol/transport';
import { createTestGraph, errorPaths } from './testGraph';

const down = async () => {
  throw new SubgraphUnavailable('b', 'REFUSED', { cause: new Error('connect ECONNREFUSED 10.0.0.7:4001') });
};
const refuse = (message: string) => {
  throw new GraphQLError(message, { extensions: { code: 'SECRECY', legalBasis: 'OSL 26:1' } });
};

const users = (overrides: Record<string, unknown> = {}) =>
  createTestGraph({
    a: {
      sdl: `
        type Query { users: [User!]! me: User sure: User! list: [User] count: Int }
        type User @key(fields: "id") { id: ID! name: String place: Place @shareable friends: [User!] }
        type Place @shareable { zip: String }`,
      resolvers: {
        Query: {
          users: () => [{ id: '1' }, { id: '2' }, { id: '1' }],
          list: () => [{ id: '1' }, { id: '2' }],
          me: () => ({ id: '1' }),
          sure: () => ({ id: '1' }),
          count: () => 3,
        },
        User: {
          __resolveReference: (ref: unknown) => ref,
          name: ({ id }: { id: string }) => `n${id}`,
          place: () => ({ zip: '1' }),
          friends: () => [{ id: '2' }],
        },
      },
    },
    b: {
      sdl: `
        type Query { b: Int sureB: Int! }
        type User @key(fields: "id") { id: ID! nick(loud: Boolean): String must: Int! fact: Int pals: [Pal!] label: String
          place: Place @shareable }
        type Place @shareable { zip: String street: String }
        type Pal { id: ID! title: String! note: String }`,
      resolvers: {
        User: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          nick: ({ id }: { id: string }) => `k${id}`,
          must: () => 1,
          fact: () => 42,
          pals: () => [
            { id: 'p', title: 'P' },
            { id: 'q', title: 'Q' },
          ],
          label: () => 'l',
          place: () => ({ street: 'S' }),
          ...overrides,
        },
      },
    },
    c: {
      sdl: `type User @key(fields: "id") { id: ID! fact: Int @external verdict: String @requires(fields: "fact") }`,
      resolvers: {
        User: {
          __resolveReference: (ref: unknown) => ref,
          verdict: ({ fact }: { fact: number | null }) => (fact === null ? 'undecided' : `decided ${fact}`),
        },
      },
    },
  });

describe('a subgraph that does not answer', () => {
  it('leaves its fields null with an error at each, the rest given, and no address told', async () => {
    const { run, replace } = users();
    replace('b', down);
    const result = await run('{ users { id x: nick name } count b }');
    expect(result.data).toEqual({
      users: [
        { id: '1', x: null, name: 'n1' },
        { id: '2', x: null, name: 'n2' },
        { id: '1', x: null, name: 'n1' },
      ],
      count: 3,
      b: null,
    });
    expect(errorPaths(result)).toEqual(['b', 'users.0.x', 'users.1.x', 'users.2.x']);
    for (const { extensions, message } of result.errors ?? []) {
      expect(extensions).toEqual({ code: 'AGENCY_UNAVAILABLE', service: 'b' });
      expect(message).not.toMatch(/10\.0|4001|internal/);
    }
  });

  it('nulls what may not be without its fields, once for each place', async () => {
    const { run, replace } = users();
    replace('b', down);
    const result = await run('{ list { id must } }');
    expect(result.data).toEqual({ list: [null, null] });
    expect(errorPaths(result)).toEqual(['list.0.must', 'list.1.must']);
    const root = await run('{ sureB count }');
    expect(root).toMatchObject({ data: null, errors: [{ path: ['sureB'] }] });
  });

  it('is told at the nested field when another subgraph gave the object around it', async () => {
    const { run, replace } = users();
    replace('b', down);
    const result = await run('{ me { place { zip street } } }');
    expect(result.data).toEqual({ me: { place: { zip: '1', street: null } } });
    expect(errorPaths(result)).toEqual(['me.place.street']);
  });

  it('does not keep a field that requires its facts from being decided', async () => {
    const { run, replace, callsTo } = users();
    expect(await run('{ me { verdict } }')).toEqual({ data: { me: { verdict: 'decided 42' } } });
    replace('b', down);
    const result = await run('{ me { verdict fact } }');
    expect(result.data).toEqual({ me: { verdict: 'undecided', fact: null } });
    expect(errorPaths(result)).toEqual(['me.fact']);
    expect(await run('{ me { verdict } }')).toEqual({ data: { me: { verdict: 'undecided' } } });
    expect(callsTo('c').at(-1)?.variables).toEqual({
      representations: [{ __typename: 'User', fact: null, id: '1' }],
    });
  });

  it('that would have given a key is the reason for what lies behind it', async () => {
    const { run, replace } = createTestGraph({
      a: {
        sdl: `type Query { x: X } type X @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { x: () => ({ id: '1' }) } },
      },
      b: { sdl: `type X @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }` },
      c: { sdl: `type X @key(fields: "code") { code: ID! far: String }` },
    });
    replace('b', down);
    const result = await run('{ x { id far } }');
    expect(result.data).toEqual({ x: { id: '1', far: null } });
    expect(result.errors).toMatchObject([{ path: ['x', 'far'], extensions: { service: 'b' } }]);
  });

  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['no data', { data: null }],
    ['too few entities', { data: { _entities: [{}] } }],
    ['something else than a list', { data: { _entities: 'x' } }],
  ])('counts as such when it answers with %s', async (_name, response) => {
    const { run, replace } = users();
    replace('b', async () => response as never);
    const result = await run('{ users { id nick } }');
    expect(result.data?.users).toHaveLength(3);
    expect(errorPaths(result)).toEqual(['users.0.nick', 'users.1.nick', 'users.2.nick']);
    expect(result.errors?.[0]?.extensions).toEqual({ code: 'AGENCY_UNAVAILABLE', service: 'b' });
  });
});

describe("a subgraph's own errors", () => {
  it('keep their extensions and get the client path of every place, aliases and all', async () => {
    const { run } = users({ nick: ({ id }: { id: string }) => (id === '1' ? refuse('secret') : 'k') });
    const result = await run('{ all: users { x: nick(loud: true) } }');
    expect(result.data).toEqual({ all: [{ x: null }, { x: 'k' }, { x: null }] });
    expect(result.errors).toEqual(
      [0, 2].map((index) => ({
        message: 'secret',
        path: ['all', index, 'x'],
        extensions: { code: 'SECRECY', legalBasis: 'OSL 26:1' },
      })),
    );
  });

  it('below the entity are placed through lists, and nulls go up as far as they must', async () => {
    const { run } = users({
      pals: () => [
        { id: 'p', title: 'P' },
        { id: 'q', title: () => refuse('no title') },
      ],
    });
    const result = await run('{ me { name pals { t: title note } } }');
    expect(result.data).toEqual({ me: { name: 'n1', pals: null } });
    expect(errorPaths(result)).toEqual(['me.pals.1.t']);
  });

  it('in a field that may not be null take the object with them, with one error', async () => {
    const { run } = users({ must: () => refuse('no must') });
    const result = await run('{ me { name must } list { must nick } }');
    expect(result.data).toEqual({ me: null, list: [null, null] });
    expect(errorPaths(result)).toEqual(['list.0.must', 'list.1.must', 'me.must']);
  });

  it('that took a whole entity explain its other fields where those are asked for', async () => {
    const { run, replace } = users();
    replace('b', async () => ({
      data: { _entities: [null] },
      errors: [{ message: 'gone', path: ['_entities', 0, 'must'], extensions: { code: 'X' } }],
    }));
    const result = await run('{ me { nick } }');
    expect(result).toEqual({
      data: { me: { nick: null } },
      errors: [{ message: 'gone', path: ['me', 'nick'], extensions: { code: 'X' } }],
    });
  });

  it('about the entity itself are told at its fields', async () => {
    const { run } = users({
      __resolveReference: async ({ id }: { id: string }) => (id === '1' ? refuse('who?') : { id }),
    });
    const result = await run('{ list { nick label } }');
    expect(result.data).toEqual({
      list: [
        { nick: null, label: null },
        { nick: 'k2', label: 'l' },
      ],
    });
    expect(errorPaths(result)).toEqual(['list.0.label', 'list.0.nick']);
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'SECRECY' });
  });

  it.each([
    ['no path', undefined],
    ['an empty path', []],
    ['a path to no entity', ['_entities', 99]],
    ['a path to all', ['_entities']],
    ['a broken path', [{}]],
  ])('with %s are put at the places of the fetch', async (_name, path) => {
    const { run, replace } = users();
    const errors = [{ message: 'odd', path, extensions: { code: 'X' } }] as never;
    replace('b', async () => ({ data: null, errors }));
    const failed = await run('{ list { id nick } }');
    expect(failed.data).toEqual({
      list: [
        { id: '1', nick: null },
        { id: '2', nick: null },
      ],
    });
    expect(errorPaths(failed)).toEqual(['list.0.nick', 'list.1.nick']);
    replace('b', async () => ({ data: { _entities: [{ nick: 'a' }, { nick: 'b' }] }, errors }));
    const given = await run('{ list { id nick } }');
    expect(given.data).toEqual({
      list: [
        { id: '1', nick: 'a' },
        { id: '2', nick: 'b' },
      ],
    });
    expect(errorPaths(given)).toEqual(['list.0', 'list.1']);
  });

  it('of a root fetch without a path are put at its root fields', async () => {
    const { run, replace } = users();
    replace('a', async () => ({ errors: [{ message: 'odd', path: undefined, extensions: {} }] }));
    const result = await run('{ n: count me { id } }');
    expect(result.data).toEqual({ n: null, me: null });
    expect(errorPaths(result)).toEqual(['me', 'n']);
  });

  it('about fields that only the plan needed stay inside', async () => {
    const { run } = users({ fact: () => refuse('hidden fact') });
    expect(await run('{ me { verdict } }')).toEqual({ data: { me: { verdict: 'undecided' } } });
  });

  it('are listed in the order of the plan, whoever answers first', async () => {
    const { run, replace } = users();
    const slow = (ms: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      throw new SubgraphUnavailable('x', 'TIMEOUT');
    };
    const order = async (a: number, b: number) => {
      replace('a', slow(a));
      replace('b', slow(b));
      return JSON.stringify(await run('{ b count }'));
    };
    expect(await order(1, 20)).toBe(await order(20, 1));
  });
});

describe('nulls where none may be', () => {
  it('from a missing entity go up with an error', async () => {
    const { run } = users({ __resolveReference: ({ id }: { id: string }) => (id === '1' ? null : { id }) });
    const result = await run('{ list { id must } me { nick } }');
    expect(result.data).toEqual({ list: [null, { id: '2', must: 1 }], me: { nick: null } });
    expect(result.errors).toEqual([
      { message: 'Cannot return null for non-nullable field User.must.', path: ['list', 0, 'must'] },
    ]);
  });

  it('go up to the root when nothing on the way may be null', async () => {
    const { run } = users({ __resolveReference: () => null });
    const result = await run('{ users { must } count }');
    expect(result.data).toBeNull();
    expect(errorPaths(result)).toEqual(['users.0.must']);
  });
});

describe('hooks', () => {
  it('see the representations before a call and the response after it', async () => {
    const seen: unknown[] = [];
    const { engine, replace } = users();
    expect(engine).toBeDefined();
    replace('b', async () => ({ data: { _entities: [{ nick: 'k' }] }, extensions: { attestations: 'x' } }));
    const hooked = createTestGraph(
      {
        a: {
          sdl: `type Query { me: User } type User @key(fields: "id") { id: ID! }`,
          resolvers: { Query: { me: () => ({ id: '1' }) } },
        },
        b: {
          sdl: `type User @key(fields: "id") { id: ID! nick: String }`,
          resolvers: { User: { __resolveReference: ({ id }: { id: string }) => ({ id, nick: 'k' }) } },
        },
      },
      {
        beforeFetch: ({ subgraph, isEntityFetch, representations }, context) => {
          seen.push([subgraph, isEntityFetch, representations, context]);
        },
        afterFetch: (subgraph, response) => void seen.push([subgraph, JSON.stringify(response.data)]),
      },
    );
    await hooked.run('{ me { nick } }', { context: 'ctx' });
    expect(seen).toEqual([
      ['a', false, [], 'ctx'],
      ['a', '{"me":{"__typename":"User","id":"1"}}'],
      ['b', true, [{ __typename: 'User', id: '1' }], 'ctx'],
      ['b', '{"_entities":[{"nick":"k"}]}'],
    ]);
  });

  it('that throw keep the call from being made, or its answer from being used', async () => {
    const graphOf = (hooks: Parameters<typeof createTestGraph>[1]) =>
      createTestGraph({ a: { sdl: `type Query { x: Int }`, resolvers: { Query: { x: () => 1 } } } }, hooks);
    const before = graphOf({
      beforeFetch: () => {
        throw new GraphQLError('not yours', { extensions: { code: 'FORBIDDEN' } });
      },
    });
    expect(await before.run('{ x }')).toEqual({
      data: { x: null },
      errors: [{ message: 'not yours', path: ['x'], extensions: { code: 'FORBIDDEN' } }],
    });
    expect(before.calls).toHaveLength(0);
    const after = graphOf({
      afterFetch: async () => {
        throw new Error('disk full at /var/log');
      },
    });
    expect(await after.run('{ x }')).toEqual({
      data: { x: null },
      errors: [{ message: 'Internal error.', path: ['x'], extensions: { code: 'INTERNAL' } }],
    });
  });

  it('are not needed to abort: the signal rejects the execution', async () => {
    const { run, replace } = users();
    const controller = new AbortController();
    replace('a', async () => {
      controller.abort(new Error('client left'));
      throw new Error('aborted');
    });
    await expect(run('{ me { nick } }', { signal: controller.signal })).rejects.toThrow('client left');
  });
});
