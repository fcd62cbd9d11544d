import { createTestGraph } from './testGraph';

describe('@key', () => {
  const graph = () =>
    createTestGraph({
      catalog: {
        sdl: `
          type Query { products: [Product!]! bare: Product }
          type Product @key(fields: "id org { id }") @key(fields: "sku") { id: ID! org: Org sku: ID title: String }
          type Org @shareable { id: ID! }`,
        resolvers: {
          Query: {
            products: () => [
              { id: '1', org: { id: 'o' }, sku: 's1', title: 'one' },
              { id: '2', org: { id: 'o' }, sku: null, title: 'two' },
              { id: '3', org: null, sku: 's3', title: 'three' },
            ],
            bare: () => ({ id: '4' }),
          },
        },
      },
      stock: {
        sdl: `type Product @key(fields: "sku") { sku: ID left: Int }`,
        resolvers: {
          Product: { __resolveReference: (ref: { sku: string }) => ({ ...ref, left: ref.sku.length }) },
        },
      },
      price: {
        sdl: `
          type Product @key(fields: "id org { id }") { id: ID! org: Org cents: Int }
          type Org @shareable { id: ID! }`,
        resolvers: {
          Product: {
            __resolveReference: (ref: { id: string; org: { id: string } | null }) => ({
              ...ref,
              cents: ref.org ? 100 : 0,
            }),
          },
        },
      },
    });

  it('follows whichever key the other subgraph has, compound ones too', async () => {
    const { run, callsTo } = graph();
    const result = await run('{ products { title left cents } }');
    expect(result).toEqual({
      data: {
        products: [
          { title: 'one', left: 2, cents: 100 },
          { title: 'two', left: null, cents: 100 },
          { title: 'three', left: 2, cents: 0 },
        ],
      },
    });
    expect(callsTo('price')[0]?.variables.representations).toEqual([
      { __typename: 'Product', id: '1', org: { id: 'o' } },
      { __typename: 'Product', id: '2', org: { id: 'o' } },
      { __typename: 'Product', id: '3', org: null },
    ]);
  });

  it('passes over an entity whose key is null, without an error', async () => {
    const { run, callsTo } = graph();
    expect(await run('{ bare { id left } }')).toEqual({ data: { bare: { id: '4', left: null } } });
    expect(callsTo('stock')).toHaveLength(0);
  });

  it('hops through a third subgraph for the key it lacks', async () => {
    const { run } = createTestGraph({
      a: {
        sdl: `type Query { x: X } type X @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { x: () => ({ id: '1' }) } },
      },
      b: {
        sdl: `type X @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }`,
        resolvers: { X: { __resolveReference: () => ({ id: '1', code: 'c' }) } },
      },
      c: {
        sdl: `type X @key(fields: "code") { code: ID! far: String }`,
        resolvers: {
          X: { __resolveReference: ({ code }: { code: string }) => ({ code, far: `far ${code}` }) },
        },
      },
    });
    expect(await run('{ x { far } }')).toEqual({ data: { x: { far: 'far c' } } });
  });

  it('enters lists of lists', async () => {
    const { run } = createTestGraph({
      a: {
        sdl: `type Query { grid: [[X!]]! } type X @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { grid: () => [[{ id: '1' }], null, [{ id: '2' }, { id: '1' }]] } },
      },
      b: {
        sdl: `type X @key(fields: "id") { id: ID! v: String }`,
        resolvers: { X: { __resolveReference: ({ id }: { id: string }) => ({ id, v: `v${id}` }) } },
      },
    });
    expect(await run('{ grid { v } }')).toEqual({
      data: { grid: [[{ v: 'v1' }], null, [{ v: 'v2' }, { v: 'v1' }]] },
    });
  });
});

describe('@requires', () => {
  const graph = () =>
    createTestGraph({
      facts: {
        sdl: `
          type Query { x: X xs: [X!]! }
          type X @key(fields: "id") { id: ID! size(unit: String): Int place: Place pet: Pet secret: Int @inaccessible }
          type Place @shareable { zip: String country: String }
          interface Pet { name: String }
          type Dog implements Pet @shareable { name: String age: Int }
          type Cat implements Pet @shareable { name: String }`,
        resolvers: {
          Query: { x: () => ({ id: '1' }), xs: () => [{ id: '1' }, { id: '2' }] },
          X: {
            size: (_: unknown, { unit }: { unit?: string }) => (unit === 'mm' ? 1000 : 1),
            place: () => ({ zip: '123', country: 'SE' }),
            pet: ({ id }: { id: string }) =>
              id === '1' ? { __typename: 'Dog', name: 'D', age: 3 } : { __typename: 'Cat', name: 'C' },
            secret: () => 7,
          },
        },
      },
      rules: {
        sdl: `
          type X @key(fields: "id") {
            id: ID!
            size(unit: String): Int @external
            place: Place @external
            secret: Int @external
            pet: Pet @external
            label(prefix: String): String @requires(fields: "size(unit: \\"mm\\") place { zip country } secret")
            petLabel: String @requires(fields: "pet { name ... on Dog { age } }")
          }
          type Place @shareable { zip: String country: String }
          interface Pet { name: String }
          type Dog implements Pet @shareable { name: String age: Int }
          type Cat implements Pet @shareable { name: String }`,
        resolvers: {
          X: {
            __resolveReference: (ref: unknown) => ref,
            label: (ref: Record<string, unknown>, { prefix }: { prefix?: string }) =>
              `${prefix ?? ''}${JSON.stringify([ref.size, ref.place, ref.secret])}`,
            petLabel: ({ pet }: { pet: unknown }) => JSON.stringify(pet),
          },
        },
      },
    });

  it('brings fields with arguments and nested ones, hidden ones too, without giving them to the client', async () => {
    expect(await graph().run('{ x { label(prefix: "L") } }')).toEqual({
      data: { x: { label: 'L[1000,{"zip":"123","country":"SE"},7]' } },
    });
  });

  it('does not mix them up with the same field asked for with other arguments', async () => {
    const query =
      'query ($s: Boolean!) { x { size ... @include(if: $s) { size(unit: "m") label } id: size(unit: "mm") } }';
    await expect(graph().run(query)).rejects.toThrow(/conflict/);
    const valid = 'query ($s: Boolean!) { x { ... @include(if: $s) { size label } id: size(unit: "mm") } }';
    expect(await graph().run(valid, { variables: { s: true } })).toEqual({
      data: { x: { size: 1, label: '[1000,{"zip":"123","country":"SE"},7]', id: 1000 } },
    });
  });

  it('tells the subgraph the type of an abstract input', async () => {
    const { data } = await graph().run('{ xs { petLabel } }');
    const labels = (data?.xs as { petLabel: string }[]).map(
      ({ petLabel }) => JSON.parse(petLabel) as unknown,
    );
    expect(labels).toEqual([
      { __typename: 'Dog', name: 'D', age: 3 },
      { __typename: 'Cat', name: 'C' },
    ]);
  });
});

describe('@provides and @override', () => {
  it('takes a provided field from where it is at hand', async () => {
    const { run, callsTo } = createTestGraph({
      a: {
        sdl: `
          type Query { fav: X @provides(fields: "name") x: X }
          type X @key(fields: "id") { id: ID! name: String @external }`,
        resolvers: { Query: { fav: () => ({ id: '1', name: 'provided' }), x: () => ({ id: '1' }) } },
      },
      b: {
        sdl: `type X @key(fields: "id") { id: ID! name: String @shareable }`,
        resolvers: { X: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'owned' }) } },
      },
    });
    expect(await run('{ fav { name } }')).toEqual({ data: { fav: { name: 'provided' } } });
    expect(callsTo('b')).toHaveLength(0);
    expect(await run('{ x { name } }')).toEqual({ data: { x: { name: 'owned' } } });
  });

  it('takes an overridden field from its new owner', async () => {
    const { run } = createTestGraph({
      old: {
        sdl: `type Query { x: X } type X @key(fields: "id") { id: ID! name: String }`,
        resolvers: { Query: { x: () => ({ id: '1', name: 'old' }) } },
      },
      new: {
        sdl: `type X @key(fields: "id") { id: ID! name: String @override(from: "old") }`,
        resolvers: { X: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'new' }) } },
      },
    });
    expect(await run('{ x { name } }')).toEqual({ data: { x: { name: 'new' } } });
  });
});

describe('@interfaceObject', () => {
  const graph = () =>
    createTestGraph({
      owners: {
        sdl: `
          type Query { nodes: [Node!]! }
          interface Node @key(fields: "id") { id: ID! }
          type A implements Node @key(fields: "id") { id: ID! a: String }
          type B implements Node @key(fields: "id") { id: ID! b: String }`,
        resolvers: {
          Query: {
            nodes: () => [
              { __typename: 'A', id: '1', a: 'a1' },
              { __typename: 'B', id: '2', b: 'b2' },
            ],
          },
          Node: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'B', id, b: `b${id}` }) },
        },
      },
      dates: {
        sdl: `
          type Query { latest: Node }
          type Node @key(fields: "id") @interfaceObject { id: ID! created: String }`,
        resolvers: {
          Query: { latest: () => ({ id: '5', created: 'today' }) },
          Node: { __resolveReference: ({ id }: { id: string }) => ({ id, created: `day ${id}` }) },
        },
      },
    });

  it('adds a field to every implementing type', async () => {
    const { run, callsTo } = graph();
    expect(
      await run('{ nodes { __typename id created ... on A { a } ... on B { b at: created } } }'),
    ).toEqual({
      data: {
        nodes: [
          { __typename: 'A', id: '1', created: 'day 1', a: 'a1' },
          { __typename: 'B', id: '2', created: 'day 2', b: 'b2', at: 'day 2' },
        ],
      },
    });
    const sent = Object.values(callsTo('dates')[0]?.variables ?? {}).flat();
    expect(new Set(sent.map((one) => (one as { __typename: string }).__typename))).toEqual(new Set(['Node']));
  });

  it('answers without the object type when nobody asks, and finds it out when somebody does', async () => {
    const { run, callsTo } = graph();
    expect(await run('{ latest { id created } }')).toEqual({
      data: { latest: { id: '5', created: 'today' } },
    });
    expect(callsTo('owners')).toHaveLength(0);
    expect(await run('{ latest { __typename created ... on B { b } } }')).toEqual({
      data: { latest: { __typename: 'B', created: 'today', b: 'b5' } },
    });
  });
});

describe('@inaccessible', () => {
  const graph = createTestGraph({
    a: {
      sdl: `
        type Query { kinds: [Kind] sure: Kind! things: [Thing] unions: [U] }
        enum Kind { OPEN CLOSED @inaccessible }
        interface Thing { id: ID! }
        type Seen implements Thing { id: ID! }
        type Hidden implements Thing @inaccessible { id: ID! }
        union U = Seen | Hidden`,
      resolvers: {
        Query: {
          kinds: () => ['OPEN', 'CLOSED', null],
          sure: () => 'CLOSED',
          things: () => [
            { __typename: 'Seen', id: '1' },
            { __typename: 'Hidden', id: '2' },
          ],
          unions: () => [{ __typename: 'Hidden', id: '2' }],
        },
      },
    },
  });

  it('gives null and an error for an enum value outside the public schema, naming no value', async () => {
    const { data, errors } = await graph.run('{ kinds }');
    expect(data).toEqual({ kinds: ['OPEN', null, null] });
    expect(errors).toEqual([{ message: expect.not.stringContaining('CLOSED'), path: ['kinds', 1] }]);
    expect(await graph.run('{ sure }')).toMatchObject({ data: null, errors: [{ path: ['sure'] }] });
  });

  it('gives null and an error for an object of a hidden type, asked for its type or not', async () => {
    expect(await graph.run('{ things { id } unions { __typename } }')).toMatchObject({
      data: { things: [{ id: '1' }, null], unions: [null] },
      errors: [{ path: ['things', 1] }, { path: ['unions', 0] }],
    });
  });

  it('keeps hidden names out of introspection', async () => {
    const { data } = await graph.run(
      '{ __type(name: "Hidden") { name } k: __type(name: "Kind") { enumValues { name } } }',
    );
    expect(data).toEqual({ __type: null, k: { enumValues: [{ name: 'OPEN' }] } });
  });
});
