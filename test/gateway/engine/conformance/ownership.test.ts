import { createWorld } from '../worlds/createWorld';

const callsOf = (world: { calls: { subgraph: string }[] }) => world.calls.map(({ subgraph }) => subgraph);

describe('@override', () => {
  const post = { __typename: 'Post', id: 'p1', made: '2001', title: 'T' };

  it('moves a field, also of a root type, and from a subgraph that is no more', async () => {
    const world = createWorld({
      subgraphs: {
        a: `type Query { feed: [Post] moved: String } type Post @key(fields: "id") { id: ID! made: String! title: String @shareable }`,
        b: `type Query { bFeed: [Post] moved: String @override(from: "a") }
          type Post @key(fields: "id") { id: ID! made: String! @override(from: "a") title: String @override(from: "gone") @shareable }`,
      },
      query: { feed: [post], bFeed: [post], moved: 'yes' },
      entities: [post],
    });
    await world.compare('{ feed { made } bFeed { made } }');
    await world.compare('{ moved feed { id title } }');
  });

  it('moves what another field requires', async () => {
    const user = {
      __typename: 'User',
      id: 'u1',
      name: 'N',
      alias(this: { name: string }) {
        return `alias ${this.name}`;
      },
    };
    const world = createWorld({
      subgraphs: {
        a: `type Query { userA: User } type User @key(fields: "id") { id: ID! name: String @external alias: String @requires(fields: "name") }`,
        b: `type Query { userB: User } type User @key(fields: "id") { id: ID! name: String }`,
        c: `type Query { userC: User } type User @key(fields: "id") { id: ID! name: String @override(from: "b") }`,
      },
      query: { userA: user, userB: user, userC: user },
      entities: [user],
    });
    for (const field of ['userA', 'userB', 'userC']) await world.compare(`{ ${field} { id alias name } }`);
  });
});

describe('a root field that several subgraphs share', () => {
  const shared = {
    id: '1',
    name: { id: 'n', brand: 'b', model: 'm' },
    kind: { id: 'c', name: 'cat' },
    price: { amount: 1, currency: 'SEK' },
  };
  const product = { __typename: 'Product', ...shared };
  const world = createWorld({
    subgraphs: {
      kinds: `type Query { product: Product @shareable products: [Product] @shareable } type Product @shareable { id: ID! kind: Kind } type Kind { id: ID! @shareable name: String }`,
      names: `type Query { product: Product @shareable products: [Product] @shareable } type Product @shareable { id: ID! name: Name } type Name { id: ID! @shareable brand: String model: String }`,
      prices: `type Query { product: Product @shareable products: [Product] @shareable } type Product @shareable { id: ID! price: Price } type Price { id: ID @shareable amount: Int currency: String }`,
    },
    query: { product, products: [product, { ...product, id: '2' }] },
  });

  it.each([
    ['{ product { id name { id brand model } kind { id name } price { amount } } }'],
    ['{ products { id name { brand } kind { name } price { amount currency } } }'],
    ['{ products { price { amount } } product { kind { id } } }'],
  ])('is asked for in each of them: %s', async (query) => {
    await world.compare(query);
  });
});

describe('mutations', () => {
  it('keep their order over subgraphs, with a state that each changes', async () => {
    let number = 0;
    const product = {
      __typename: 'Product',
      id: 'p',
      name: 'new',
      price: 599,
      dear(this: { price: number }) {
        return this.price > 100;
      },
      there: () => true,
    };
    const world = createWorld({
      subgraphs: {
        a: `type Query { product(id: ID!): Product } type Mutation { addProduct(input: New!): Product! multiply(by: Int!): Int! addKind(name: String!): Kind! @shareable }
          input New { name: String! price: Float! } type Product @key(fields: "id") { id: ID! name: String! price: Float! } type Kind @key(fields: "id") { id: ID! name: String! }`,
        b: `type Mutation { delete: Int! } type Product @key(fields: "id") { id: ID! price: Float! @external dear: Boolean! @requires(fields: "price") there: Boolean! }`,
        c: `type Mutation { add(num: Int!): Int! addKind(name: String!): Kind! @shareable } type Kind @key(fields: "id") { id: ID! }`,
      },
      query: { product: () => product },
      mutation: {
        addProduct: () => product,
        multiply: ({ by }: { by: number }) => (number *= by),
        add: ({ num }: { num: number }) => (number += num),
        delete: () => {
          const last = number;
          number = 0;
          return last;
        },
        addKind: ({ name }: { name: string }) => ({ __typename: 'Kind', id: `k-${name}`, name }),
      },
      entities: [product, { __typename: 'Kind', id: 'k-new', name: 'new' }],
    });
    await world.compare(
      'mutation { addProduct(input: { name: "new", price: 599 }) { name price dear there } }',
    );
    await world.compare('{ product(id: "p") { id name price dear there } }');
    expect(
      (
        await world.compare(
          'mutation { five: add(num: 5) ten: multiply(by: 2) twelve: add(num: 2) final: delete }',
        )
      ).data,
    ).toEqual({
      five: 5,
      ten: 10,
      twelve: 12,
      final: 12,
    });
    world.calls.length = 0;
    await world.compare('mutation { addKind(name: "new") { id name } }');
    expect(callsOf(world)).toHaveLength(1); // shared or not, it happens once
  });
});

describe('@skip and @include', () => {
  const box = {
    __typename: 'Box',
    id: 'p1',
    price: 699,
    dear(this: { price: number }) {
      return this.price > 500;
    },
    late: () => true,
    neverInC: () => {
      throw new Error('nobody asked');
    },
  };
  const world = createWorld({
    subgraphs: {
      a: `type Query { box: Box } type Box @key(fields: "id") { id: ID! price: Float! }`,
      b: `type Box @key(fields: "id") { id: ID! price: Float! @external dear: Boolean! @requires(fields: "price") }`,
      c: `type Box @key(fields: "id") { id: ID! late: Boolean! neverInC: Boolean! }`,
    },
    query: { box },
    entities: [box],
  });
  it.each([
    ['query ($no: Boolean! = false) { box { price neverInC @include(if: $no) } }'],
    ['query ($yes: Boolean! = true) { box { price neverInC @skip(if: $yes) } }'],
    ['query ($yes: Boolean! = true) { box { id late @include(if: $yes) dear @include(if: $yes) } }'],
    [
      'query ($no: Boolean! = false) { box { id late @skip(if: $no) neverInC @include(if: $no) ... @include(if: $no) { dear } } }',
    ],
    [
      'query ($no: Boolean! = false, $yes: Boolean! = true) { box { dear @skip(if: $no) @include(if: $yes) late @skip(if: $yes) @include(if: $yes) } }',
    ],
    ['query ($no: Boolean! = false) { box @include(if: $no) { neverInC } }'],
  ])('ask nobody for what is left out: %s', async (query) => {
    await world.compare(query);
  });
});
