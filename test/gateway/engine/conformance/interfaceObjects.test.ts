import { createWorld } from '../worlds/createWorld';

describe('@interfaceObject', () => {
  const user = { __typename: 'User', id: 'u1', name: 'n1', age: 11, username: 'x1' };
  const other = { __typename: 'User', id: 'u2', name: 'n2', age: 22, username: 'x2' };

  it('adds fields, some of which require the interface’s own, and finds out the type when it must', async () => {
    const username = function (this: { id: string; name: unknown }) {
      return this.name ? `${this.id}-username` : null;
    };
    /** The composition used here forgets that the interface object's field is external. */
    const withExternal = (supergraphSdl: string) =>
      supergraphSdl.replace(
        /(interface NodeWithName [^}]*name: String)\n/,
        '$1 @join__field(graph: A) @join__field(graph: B, external: true)\n',
      );
    const people = [user, other].map((one) => ({ ...one, username }));
    const world = createWorld(
      {
        subgraphs: {
          a: `type Query { users: [NodeWithName!]! } interface NodeWithName @key(fields: "id") { id: ID! name: String }
          type User implements NodeWithName @key(fields: "id") { id: ID! name: String age: Int }`,
          b: `type Query { others: [NodeWithName] } type NodeWithName @key(fields: "id") @interfaceObject {
          id: ID! name: String @external username: String @requires(fields: "name") }`,
        },
        query: { users: people, others: people },
        entities: people,
      },
      withExternal,
    );
    for (const field of ['users', 'others']) {
      await world.compare(`{ ${field} { id name username } }`);
      await world.compare(`{ ${field} { ... on User { age } } }`);
      await world.compare(`{ ${field} { ... on User { age id name username } id name } }`);
      await world.compare(`{ ${field} { __typename id } }`);
    }
  });

  it('is crossed on the way to a field of one type in a third subgraph', async () => {
    const video = { __typename: 'Video', id: '1', title: 't1', duration: 100, author: 'Disa' };
    const article = { __typename: 'Article', id: '2', title: 't2', words: 900 };
    const world = createWorld({
      subgraphs: {
        a: `type Query { media: Media all: [Media] } interface Media @key(fields: "id") { id: ID! title: String }
          type Video implements Media @key(fields: "id") { id: ID! title: String duration: Int }
          type Article implements Media @key(fields: "id") { id: ID! title: String words: Int }`,
        b: `type Query { author: Author } type Author @key(fields: "id") { id: ID! name: String } extend type Video @key(fields: "id") { id: ID! author: String }`,
        c: `type Query { list: List } type List @key(fields: "id") { id: ID! name: String media: Media }
          type Media @key(fields: "id") @interfaceObject { id: ID! likes: Int }`,
      },
      query: {
        media: { ...video, likes: 3 },
        all: [
          { ...video, likes: 3 },
          { ...article, likes: 4 },
        ],
        author: { __typename: 'Author', id: '1', name: 'Disa' },
        list: { __typename: 'List', id: '1', name: 'L', media: video },
      },
      entities: [
        { ...video, likes: 3 },
        { ...article, likes: 4 },
      ],
    });
    await world.compare(
      '{ media { id title ... on Video { duration author } ... on Article { words } } author { id name } list { id name media { id ... on Video { duration } } } }',
    );
    await world.compare(
      '{ list { media { title likes ... on Video { author } } } all { likes ... on Article { words } } }',
    );
    await world.compare('{ list { media { __typename } } }');
  });

  it('gives its fields to each of the types that a fragment names', async () => {
    const hull = (id: string, typeName: string, own: object) => ({
      __typename: typeName,
      id,
      owner: `o-${id}`,
      ...own,
    });
    const boats = [
      hull('1', 'Yacht', { masts: 2 }),
      hull('2', 'Ferry', { decks: 4 }),
      hull('3', 'Barge', { load: 90 }),
    ];
    const world = createWorld({
      subgraphs: {
        a: `interface Boat @key(fields: "id") { id: ID! } type Yacht implements Boat @key(fields: "id") { id: ID! masts: Int! }
          type Ferry implements Boat @key(fields: "id") { id: ID! decks: Int! } type Barge implements Boat @key(fields: "id") { id: ID! load: Int! }`,
        b: `type Query { boats: [Boat!]! harbour: Harbour } type Harbour { guests: [Boat!]! }
          type Boat @key(fields: "id") @interfaceObject { id: ID! owner: String! }`,
      },
      query: { boats, harbour: { guests: boats } },
      entities: boats,
    });
    await world.compare('{ boats { ... on Yacht { owner } ... on Ferry { owner } } }');
    await world.compare(
      '{ boats { ... on Yacht { owner masts } ... on Barge { id load owner } ... on Ferry { id } } }',
    );
    await world.compare(
      '{ harbour { guests { ... on Ferry { who: owner } ... on Barge { owner } } } boats { ... on Yacht { id owner } ... on Barge { owner } } }',
    );
    await world.compare('{ boats { __typename id ... on Barge { owner } } }');
    expect(world.calls.at(-1)?.variables.representations).toHaveLength(1);
  });

  it('may be out of reach by its key and still give what it gives itself', async () => {
    const product = { __typename: 'Bread', id: 'p1', name: 'Limpa', price: 30 };
    const world = createWorld({
      subgraphs: {
        a: `type Query { product: Product a: Bread } interface Product { id: ID! } type Bread implements Product @key(fields: "id") { id: ID! name: String! }`,
        b: `type Query { b: Product } type Product @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
        c: `interface Product @key(fields: "id") { id: ID! } type Bread implements Product @key(fields: "id") { id: ID! price: Int }`,
      },
      query: { product, a: product, b: product },
      entities: [product],
    });
    await world.compare('{ product { id ... on Bread { name price } } a { price } }');
    await world.compare('{ b { id } }');
  });

  it('keeps the interface of a type that another subgraph overrode', async () => {
    const posts = [
      { __typename: 'ImagePost', id: 'i1', made: 'c1' },
      { __typename: 'TextPost', id: 't1', made: 'c2', body: 'b' },
    ];
    const world = createWorld({
      subgraphs: {
        a: `type Query { feed: [Post] } interface Post { id: ID! made: String! }
          type ImagePost implements Post @key(fields: "id") { id: ID! made: String! } type TextPost implements Post @key(fields: "id") { id: ID! made: String! body: String! }`,
        b: `type Query { feedB: [Post] } interface Post { id: ID! made: String! } type ImagePost implements Post @key(fields: "id") { id: ID! made: String! @override(from: "a") }`,
      },
      query: { feed: posts, feedB: [posts[0]] },
      entities: posts,
    });
    await world.compare('{ feed { id made } }');
    await world.compare('{ feed { ... on TextPost { id body } ... on ImagePost { made } } feedB { made } }');
    await world.compare('{ feedB { id made __typename } }');
  });
});
