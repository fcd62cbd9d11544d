import { createTestGraph } from './testGraph';

const media = {
  library: {
    sdl: `
      type Query { media: [Media] me: User self: Query }
      union Media = Book | Movie
      type Book @key(fields: "id") { id: ID! title: String pages: Int other: Book }
      type Movie @key(fields: "id") { id: ID! title: String! length: Int }
      type User @key(fields: "id") { id: ID! name: String nick(loud: Boolean): String constructor: String toString: Int }`,
    resolvers: {
      Query: {
        media: () => [
          { __typename: 'Book', id: 'b', title: 'B', pages: 9, other: { id: 'c', title: 'C' } },
          { __typename: 'Movie', id: 'm', title: 'M', length: 90 },
          null,
        ],
        me: () => ({ id: '1', name: 'N', constructor: null }),
      },
      User: {
        nick: (_: unknown, { loud }: { loud?: boolean }) => (loud ? 'NICK' : 'nick'),
        constructor: () => null,
        toString: () => 7,
      },
    },
  },
  ratings: {
    sdl: `
      type Book @key(fields: "id") { id: ID! stars: Int! }
      type Movie @key(fields: "id") { id: ID! stars: Int! }
      type User @key(fields: "id") { id: ID! karma: Int badge(size: Int = 3): String }`,
    resolvers: {
      Book: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: id.charCodeAt(0) }) },
      Movie: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: id.charCodeAt(0) }) },
      User: {
        __resolveReference: ({ id }: { id: string }) => ({ id, karma: 5 }),
        badge: (_: unknown, { size }: { size: number }) => `badge ${size}`,
      },
    },
  },
};

describe('fragments and abstract types', () => {
  it('projects by the object type, nested entities too', async () => {
    const { run } = createTestGraph(media);
    const result = await run(`{
      media { ...M ... on Book { pages other { stars ...B } } ... on Movie { t: title stars } }
    } fragment M on Media { __typename ...B } fragment B on Book { title stars }`);
    expect(result).toEqual({
      data: {
        media: [
          { __typename: 'Book', title: 'B', stars: 98, pages: 9, other: { stars: 99, title: 'C' } },
          { __typename: 'Movie', t: 'M', stars: 109 },
          null,
        ],
      },
    });
  });

  it('gives an empty object to a type nothing was asked of', async () => {
    const { run } = createTestGraph(media);
    expect(await run('{ media { ... on Movie { length } } }')).toEqual({
      data: { media: [{}, { length: 90 }, null] },
    });
  });

  it('keeps the fields in the order of the request', async () => {
    const { run } = createTestGraph(media);
    const { data } = await run('{ me { karma name ... { id karma } nick } __typename }');
    expect(JSON.stringify(data)).toBe(
      '{"me":{"karma":5,"name":"N","id":"1","nick":"nick"},"__typename":"Query"}',
    );
  });
});

describe('aliases', () => {
  it('may take the names of keys and of other fields', async () => {
    const { run } = createTestGraph(media);
    expect(await run('{ id: me { id: name name: id karma __typename: nick } }').catch(String)).toEqual({
      data: { id: { id: 'N', name: '1', karma: 5, __typename: 'nick' } },
    });
    expect(
      await run('{ me { a: nick(loud: true) nick b: nick(loud: false) t: __typename c: karma id: karma } }'),
    ).toEqual({
      data: { me: { a: 'NICK', nick: 'nick', b: 'nick', t: 'User', c: 5, id: 5 } },
    });
  });

  it('may differ in meaning from type to type', async () => {
    const { run } = createTestGraph(media);
    expect(await run('{ media { ... on Book { x: pages } ... on Movie { x: length } } }')).toEqual({
      data: { media: [{ x: 9 }, { x: 90 }, null] },
    });
  });
});

describe('@skip and @include', () => {
  const query = `query ($s: Boolean!, $i: Boolean = true) {
    me @include(if: $i) { name @skip(if: $s) karma @include(if: $s) ... @skip(if: $s) { nick badge } }
    again: me { id @skip(if: true) name @include(if: true) karma @skip(if: $s) @include(if: $i) }
  }`;

  it.each([
    [{ s: false }, { me: { name: 'N', nick: 'nick', badge: 'badge 3' }, again: { name: 'N', karma: 5 } }, 1],
    [{ s: true }, { me: { karma: 5 }, again: { name: 'N' } }, 1],
    [{ s: true, i: false }, { again: { name: 'N' } }, 0],
  ])('with %j', async (variables, data, ratingCalls) => {
    const { run, callsTo } = createTestGraph(media);
    expect(await run(query, { variables })).toEqual({ data });
    expect(callsTo('ratings').length).toBeLessThanOrEqual(ratingCalls + 1);
    if (ratingCalls === 0) expect(callsTo('ratings')).toHaveLength(0);
  });

  it('takes nothing when literals exclude everything', async () => {
    const { run, calls } = createTestGraph(media);
    expect(await run('{ me @skip(if: true) { id } }')).toEqual({ data: {} });
    expect(await run('{ me { id @include(if: false) } }')).toEqual({ data: { me: {} } });
    expect(calls).toHaveLength(1);
  });
});

describe('variables', () => {
  it('are coerced, defaulted, and sent to the subgraphs that use them', async () => {
    const { run, callsTo } = createTestGraph(media);
    const query = 'query ($size: Int = 8, $loud: Boolean) { me { badge(size: $size) nick(loud: $loud) } }';
    expect(await run(query)).toEqual({ data: { me: { badge: 'badge 8', nick: 'nick' } } });
    expect(callsTo('ratings')[0]?.variables).toMatchObject({ size: 8 });
    expect(callsTo('library')[0]?.variables).toEqual({});
  });

  it('may have the names that the plan uses', async () => {
    const { run } = createTestGraph(media);
    const query = `query ($representations: Int, $__batch_reps_0: Boolean, $_client_x: Int) {
      me { a: badge(size: $representations) nick(loud: $__batch_reps_0) b: badge(size: $_client_x) }
    }`;
    const variables = { representations: 1, __batch_reps_0: true, _client_x: 2 };
    expect(await run(query, { variables })).toEqual({
      data: { me: { a: 'badge 1', nick: 'NICK', b: 'badge 2' } },
    });
  });

  it('that do not fit are refused before anybody is asked', async () => {
    const { run, calls } = createTestGraph(media);
    const { data, errors } = await run('query ($size: Int!) { me { badge(size: $size) } }', {
      variables: { size: 'x' },
    });
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain('$size');
    expect(calls).toHaveLength(0);
  });
});

describe('introspection', () => {
  it('is answered wherever a query type is', async () => {
    const { run } = createTestGraph({
      a: {
        sdl: `type Query { self: Query name(of: Int): String }`,
        resolvers: { Query: { self: () => ({}), name: () => 'n' } },
      },
    });
    const result = await run(
      'query ($t: String!) { self { name s: __schema { queryType { name } } self { __type(name: $t) { name } ...F } } } fragment F on Query { __typename other: __type(name: "Nobody") { name } }',
      { variables: { t: 'String' } },
    );
    expect(result).toEqual({
      data: {
        self: {
          name: 'n',
          s: { queryType: { name: 'Query' } },
          self: { __type: { name: 'String' }, __typename: 'Query', other: null },
        },
      },
    });
  });

  it('is answered without a subgraph, beside data or alone', async () => {
    const { run, calls } = createTestGraph(media);
    const query =
      'query ($n: String!) { ...R t: __type(name: $n) { name } } fragment R on Query { __schema { queryType { name } } __typename }';
    expect(await run(query, { variables: { n: 'Book' } })).toEqual({
      data: { __schema: { queryType: { name: 'Query' } }, __typename: 'Query', t: { name: 'Book' } },
    });
    expect(calls).toHaveLength(0);
    expect(await run('{ me { id } __schema { mutationType { name } } }')).toEqual({
      data: { me: { id: '1' }, __schema: { mutationType: null } },
    });
  });
});

describe('hostile names', () => {
  it('are keys like any other', async () => {
    const { run } = createTestGraph(media);
    const result = await run(
      '{ __proto__: me { __proto__: name constructor hasOwnProperty: karma toString: nick(loud: true) } }',
    );
    expect(JSON.stringify(result)).toBe(
      '{"data":{"__proto__":{"__proto__":"N","constructor":null,"hasOwnProperty":5,"toString":"NICK"}}}',
    );
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  it('of fields that a subgraph leaves out are not read from a prototype', async () => {
    const { run, replace } = createTestGraph(media);
    replace('library', async () => ({ data: { me: {} } }));
    expect(await run('{ me { constructor toString } }')).toEqual({
      data: { me: { constructor: null, toString: null } },
    });
  });

  it('in a subgraph answer pollute nothing', async () => {
    const { run, replace } = createTestGraph(media);
    const attack =
      '{"data":{"__proto__":{"polluted":1},"me":{"__typename":"User","id":"1","__proto__":{"polluted":1}}}}';
    replace('library', async () => JSON.parse(attack));
    const entity =
      '{"data":{"_entities":[{"karma":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}}';
    replace('ratings', async () => JSON.parse(entity));
    const result = await run('{ me { karma } }', { variables: JSON.parse('{"__proto__":{"polluted":1}}') });
    expect(JSON.stringify(result)).toBe('{"data":{"me":{"karma":1}}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('leaf values', () => {
  const { run, replace } = createTestGraph({
    a: {
      sdl: `scalar Any type Query { i: Int f: Float s: String b: Boolean d: ID any: Any list: [Int!] need: Int! }`,
    },
  });
  const answer = async (data: Record<string, unknown>, query: string) => {
    replace('a', async () => ({ data }));
    return run(query);
  };

  it('are coerced as the specification says', async () => {
    const data = { i: 3, f: 2, s: 5, b: true, d: 7, any: { deep: [1] } };
    expect(await answer(data, '{ i f s b d any }')).toEqual({
      data: { i: 3, f: 2, s: '5', b: true, d: '7', any: { deep: [1] } },
    });
  });

  it('that cannot be are null with an error', async () => {
    const result = await answer({ i: 2 ** 40, s: {}, b: 'yes', list: [1, 'x'] }, '{ i s b list }');
    expect(result.data).toEqual({ i: null, s: null, b: null, list: null });
    expect(result.errors?.map(({ path }) => path)).toEqual([['i'], ['s'], ['b'], ['list', 1]]);
    expect(await answer({ need: 'x' }, '{ need i }')).toMatchObject({
      data: null,
      errors: [{ path: ['need'] }],
    });
  });
});
