import { createWorld } from '../worlds/createWorld';

describe('a union whose members differ from subgraph to subgraph', () => {
  const book = { __typename: 'Book', id: 'b1', title: 'Ringen', aTitle: 'A', bTitle: 'B' };
  const song = { __typename: 'Song', id: 's1', title: 'Visa', aTitle: 'AV' };
  const movie = { __typename: 'Movie', id: 'm1', title: 'Film', bTitle: 'BF' };
  const viewer = { media: book, aMedia: book, bMedia: movie, book, song };
  /** The composition used here takes the narrower type where one subgraph has a member and another the union. */
  const widened = (supergraphSdl: string) =>
    supergraphSdl
      .replace(/( {2}media: Media\n {2}aMedia: Media[^\n]*\n {2}book: )Book/, `$1${wide('Media')}`)
      .replace(
        /( {2}media: ViewerMedia\n {2}aMedia: ViewerMedia[^\n]*\n {2}book: )Book/,
        `$1${wide('ViewerMedia')}`,
      );
  const wide = (type: string) =>
    `${type} @join__field(graph: A, type: "Book") @join__field(graph: B, type: "${type}")`;
  const world = () =>
    createWorld(
      {
        subgraphs: {
          a: `union Media = Book | Song union ViewerMedia = Book | Song
          type Book @key(fields: "id") { id: ID! title: String! @shareable aTitle: String! }
          type Song @key(fields: "id") { id: ID! title: String! @shareable aTitle: String! }
          type Query { media: Media @shareable aMedia: Media @shareable book: Book @shareable song: Media @shareable viewer: Viewer @shareable }
          type Viewer { media: ViewerMedia @shareable aMedia: ViewerMedia book: Book @shareable song: ViewerMedia @shareable }`,
          b: `union Media = Book | Movie union ViewerMedia = Book | Movie
          type Movie @key(fields: "id") { id: ID! title: String! @shareable bTitle: String! }
          type Book @key(fields: "id") { id: ID! title: String! @shareable bTitle: String! }
          type Query { media: Media @shareable bMedia: Media @shareable book: Media @shareable viewer: Viewer @shareable }
          type Viewer { media: ViewerMedia @shareable bMedia: ViewerMedia book: ViewerMedia @shareable }`,
        },
        query: { media: book, aMedia: book, bMedia: movie, book, song, viewer },
        entities: [book, song, movie],
      },
      widened,
    );
  const all = '{ __typename ... on Song { title } ... on Movie { title } ... on Book { title } }';
  const far =
    '{ __typename ... on Song { title aTitle } ... on Movie { title bTitle } ... on Book { title aTitle bTitle } }';

  it.each([
    ['{ media { ... on Movie { title } } }'],
    ['{ media { ... on Book { title } } }'],
    ['{ media { ... on Book { title } ... on Movie { title } } }'],
    [`{ media ${all} book ${all} song ${all} }`],
    ['{ viewer { media { ... on Movie { title } } } }'],
    ['{ viewer { media { ... on Book { title } ... on Movie { title } } } }'],
    [`{ viewer { media ${all} book ${all} song ${all} } }`],
    ['{ aMedia { ... on Movie { title bTitle } } }'],
    ['{ aMedia { ... on Book { title aTitle bTitle } } }'],
    [`{ viewer { media ${far} book ${far} song ${far} } }`],
    ['{ viewer { aMedia { ... on Movie { title bTitle } } bMedia { ... on Movie { title bTitle } } } }'],
  ])('answers %s', async (query) => {
    await world().compare(query);
  });
});

describe('interfaces and unions over several subgraphs', () => {
  const users = [
    { __typename: 'User', email: 'e1', made: 2 },
    { __typename: 'User', email: 'e2', made: 1 },
  ];
  const agency = { __typename: 'Agency', id: 'ag1', company: 'Förlaget', mail: { address: 'x' } };
  const self = { __typename: 'Self', mail: 'self' };
  const reviews: Record<string, unknown>[] = [];
  const make = (__typename: string, n: number) => ({
    __typename,
    id: `p${n}`,
    sku: `sku-${n}`,
    title: `${__typename} ${n}`,
    size: { big: n > 1, weight: n / 10 },
    by: users[n % 2],
    secret: true,
    publisher: n % 2 ? agency : self,
    reviews: () => reviews.filter((one) => (one.product as { id: string }).id === `p${n}`),
    count: n,
    alike: () => products.filter((one) => one.__typename === __typename && one.id !== `p${n}`),
    delivery(this: { size: { weight: number } | null }, { zip }: { zip?: string }) {
      return zip && this.size ? { days: this.size.weight < 0.2 ? '1' : '2' } : null;
    },
    ofAlike(this: { alike: unknown }) {
      const alike =
        typeof this.alike === 'function'
          ? (this.alike() as { id: string }[])
          : (this.alike as { id: string }[]);
      return alike.flatMap(({ id }) => reviews.filter((one) => (one.product as { id: string }).id === id));
    },
  });
  const products: (Record<string, unknown> & { id: string; __typename: string })[] = [
    make('Book', 1),
    make('Book', 3),
    make('Magazine', 2),
    make('Magazine', 4),
  ];
  reviews.push(
    { __typename: 'Review', id: 1, body: 'r1', product: products[0] },
    { __typename: 'Review', id: 2, body: 'r2', product: products[2] },
  );
  const world = createWorld({
    subgraphs: {
      agency: `type Agency @key(fields: "id") { id: ID! company: String mail: Mail } type Mail { address: String }
        type Group @key(fields: "id") { id: ID! name: String } union Publisher = Agency | Group`,
      books: `type Book @key(fields: "id") { id: ID! title: String }`,
      magazines: `type Magazine @key(fields: "id") { id: ID! title: String }`,
      products: `type Query { products: [Product] like(id: ID!): [Product] }
        interface Product { id: ID! sku: String size: Size by: User secret: Boolean @inaccessible }
        interface Alike { alike: [Product] } type Size @shareable { big: Boolean weight: Float }
        type Book implements Product & Alike @key(fields: "id") { id: ID! sku: String size: Size @shareable by: User alike: [Book] secret: Boolean publisher: Publisher }
        type Magazine implements Product & Alike @key(fields: "id") { id: ID! sku: String size: Size @shareable by: User alike: [Magazine] secret: Boolean publisher: Publisher }
        union Publisher = Agency | Self type Agency { id: ID! @shareable } type Self { mail: String }
        type User @key(fields: "email") { email: ID! made: Int @shareable }`,
      inventory: `interface Product { id: ID! size: Size delivery(zip: String): Delivery } type Size @shareable { big: Boolean weight: Float }
        type Book implements Product @key(fields: "id") { id: ID! size: Size @external delivery(zip: String): Delivery @requires(fields: "size { big weight }") }
        type Magazine implements Product @key(fields: "id") { id: ID! size: Size @external delivery(zip: String): Delivery @requires(fields: "size { big weight }") }
        type Delivery { days: String }`,
      reviews: `type Query { review(id: Int!): Review } interface Product { id: ID! count: Int! reviews: [Review!]! } interface Alike { alike: [Product] }
        type Book implements Product & Alike @key(fields: "id") { id: ID! count: Int! reviews: [Review!]! alike: [Book] @external ofAlike: [Review!]! @requires(fields: "alike { id }") }
        type Magazine implements Product & Alike @key(fields: "id") { id: ID! count: Int! reviews: [Review!]! alike: [Magazine] @external ofAlike: [Review!]! @requires(fields: "alike { id }") }
        type Review { id: Int! body: String! product: Product }`,
      users: `type User @key(fields: "email") { email: ID! made: Int @shareable name: String }`,
    },
    query: {
      products,
      like: ({ id }: { id: string }) => products.filter((one) => one.id !== id),
      review: ({ id }: { id: number }) => reviews.find((one) => one.id === id),
    },
    entities: [...products, ...users, agency],
  });
  const conditional = (condition: string) =>
    `query ($t: Boolean = true) { products { id reviews { product { id ... on Book ${condition} { title } ... on Book { sku } ... on Magazine { sku } } } } }`;

  it.each([
    ['{ products { id size { big weight } } }'],
    [
      '{ like(id: "p1") { id sku delivery(zip: "1") { days } } two: like(id: "p2") { delivery(zip: "2") { days } } }',
    ],
    [
      '{ products { sku ... on Product { sku } ... on Book { sku } ... on Magazine { sku } ... on Alike { __typename type: __typename } } }',
    ],
    ['{ products { author: by { email made } ... on Magazine { title } } }'],
    ['{ products { id reviews { product { sku ... on Magazine { title } ... on Book { count } } } } }'],
    [conditional('@include(if: $t)')],
    [conditional('@skip(if: $t)')],
    [
      'query ($t: Boolean = true) { products { reviews { product { id ... on Book @include(if: $t) { title ... on Book @skip(if: $t) { sku } } ... on Magazine { sku } } } } }',
    ],
    [
      '{ products { id reviews { product { ... on Magazine { publisher { ...P } } ... on Book { publisher { ...P } } } } } } fragment P on Publisher { ... on Agency { id company } ... on Self { mail } }',
    ],
    [
      '{ products { ... on Book { publisher { ... on Agency { company who: mail { address } } ... on Self { text: mail } } } } }',
    ],
    [
      '{ products { ... on Alike { alike { id sku delivery(zip: "1") { days } ... on Magazine { title } } } } }',
    ],
    [
      '{ products { ... on Book { ofAlike { id product { sku } } } ... on Magazine { ofAlike { body } } } review(id: 2) { product { ... on Magazine { ofAlike { id } alike { title } } } } }',
    ],
  ])('answer %s', async (query) => {
    await world.compare(query);
  });

  it('give an empty object to a fragment on a type that one subgraph knows nothing of', async () => {
    const oven = { __typename: 'Oven', id: 'o1', warranty: 1 };
    const toaster = { __typename: 'Toaster', id: 't1', warranty: 3 };
    const kitchen = createWorld({
      subgraphs: {
        a: `type Query { products: [Product] nodes: [Node] toasters: [Toaster] node: Node } union Product = Oven | Toaster interface Node { id: ID! }
          type Oven @key(fields: "id") { id: ID! } type Toaster implements Node @key(fields: "id") { id: ID! warranty: Int }`,
        b: `interface Node { id: ID! } type Oven implements Node @key(fields: "id") { id: ID! warranty: Int }`,
      },
      query: { products: [oven, toaster], nodes: [toaster], toasters: [toaster], node: oven },
      entities: [oven, toaster],
    });
    await kitchen.compare('{ products { ... on Node { id } } }');
    await kitchen.compare('{ nodes { ... on Toaster { warranty } ... on Oven { id } } }');
    await kitchen.compare('{ nodes { id } }');
    await kitchen.compare(
      '{ toasters { ...T ...N } } fragment T on Toaster { id } fragment N on Node { id __typename }',
    );
    const beyond = await kitchen.run('{ node { ... on Oven { warranty } } }');
    expect(beyond).toMatchObject({ data: { node: null }, errors: [{ path: ['node'] }] });
  });

  it('go round in circles through an interface', async () => {
    const one = { __typename: 'Book', id: '1' };
    const two = { __typename: 'Book', id: '2', samePrice: [one], price: 3 };
    Object.assign(one, { samePrice: [two], price: 3 });
    const circle = createWorld({
      subgraphs: {
        a: `type Query { product: Product } interface Product { samePrice: [Product] }
          type Book implements Product @key(fields: "id") { id: ID! samePrice: [Product] @requires(fields: "price") price: Float @external }`,
        b: `type Book @key(fields: "id") { id: ID! price: Float }`,
      },
      query: { product: one },
      entities: [one, two],
    });
    await circle.compare('{ product { samePrice { __typename ... on Book { id } } } }');
    await circle.compare('{ product { ... on Book { id } samePrice { ... on Book { id price } } } }');
    const providing = createWorld({
      subgraphs: {
        a: `type Query { product: Product } interface Product { samePrice: Product }
          type Book implements Product @key(fields: "id") { id: ID! samePrice: Book @provides(fields: "price") price: Float @external }`,
        b: `type Book @key(fields: "id") { id: ID! price: Float @shareable }`,
      },
      query: { product: { ...one, samePrice: { ...two, samePrice: one } } },
      entities: [one, two],
    });
    await providing.compare('{ product { samePrice { ... on Product { samePrice { __typename } } } } }');
    await providing.compare(
      '{ product { __typename samePrice { __typename ... on Book { id } samePrice { __typename ... on Book { id } } } ... on Book { id price samePrice { id price } } } }',
    );
  });

  it('tell types apart by name and by any alias of it', async () => {
    const typed = createWorld({
      subgraphs: {
        a: `type Query { one: Product two: Node users: [Person] } union Product = Oven | Toaster interface Node { id: ID! } interface Person @key(fields: "id") { id: ID! }
          type Oven @key(fields: "id") { id: ID! } type Toaster implements Node @key(fields: "id") { id: ID! }
          type Admin implements Person @key(fields: "id") { id: ID! isMain: Boolean! }`,
        b: `type Person @key(fields: "id") @interfaceObject { id: ID! name: String }`,
      },
      query: {
        one: { __typename: 'Oven', id: '1' },
        two: { __typename: 'Toaster', id: '2' },
        users: [{ __typename: 'Admin', id: 'u1', name: 'N' }],
      },
      entities: [{ __typename: 'Admin', id: 'u1', name: 'N' }],
    });
    await typed.compare(
      '{ one { __typename t: __typename } two { id __typename a: __typename b: __typename } }',
    );
    await typed.compare(
      '{ one { __typename ... on Oven { t: __typename } ... on Toaster { t: __typename } } }',
    );
    await typed.compare('{ users { id } }');
    await typed.compare('{ users { __typename name } }');
  });

  it('may differ in nullability from type to type in a subgraph, though not in public', async () => {
    const sailor = { __typename: 'Sailor', id: 's1', name: 'S', photo: 'p' };
    const master = { __typename: 'Master', id: 'm1', name: 'M', photo: 'q' };
    Object.assign(sailor, { alike: [sailor, master] });
    Object.assign(master, { alike: [master, sailor] });
    const mismatch = createWorld({
      subgraphs: {
        a: `type Query { sailors: [Sailor!]! } type Sailor @key(fields: "id") { id: ID @shareable name: String @shareable photo: String }`,
        b: `type Query { people: [Person!]! } union Person = Sailor | Master
          type Sailor @key(fields: "id") { id: ID! @shareable name: String! @shareable alike: [Person!]! }
          type Master { id: ID name: String alike: [Person!]! photo: String! }`,
      },
      query: { sailors: [sailor], people: [sailor, master] },
      entities: [sailor],
    });
    await mismatch.compare(
      '{ people { ... on Sailor { id name } ... on Master { id name } } sailors { id name } }',
    );
    await mismatch.compare(
      '{ people { ... on Sailor { alike { ... on Master { id } } } ... on Master { alike { ... on Sailor { id name } } } } }',
    );
    await mismatch.compare(
      '{ people { ... on Sailor { id name alike { ... on Sailor { id name } ... on Master { id name } } } ... on Master { id name alike { ... on Sailor { id name photo } ... on Master { id name } } } } }',
    );
  });
});
