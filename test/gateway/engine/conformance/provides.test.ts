import { createWorld } from '../worlds/createWorld';

const callsOf = (world: { calls: { subgraph: string }[] }) => world.calls.map(({ subgraph }) => subgraph);

describe('@provides', () => {
  const cat = { __typename: 'Cat', id: 'a2', name: 'Misse', age: 6 };
  const dog = { __typename: 'Dog', id: 'a1', name: 'Karo', age: 3 };
  const book = { __typename: 'Book', id: 'm1', title: 'Bok 1', animals: [dog, cat] };
  const movie = { __typename: 'Movie', id: 'm2', title: 'Film 1' };

  it('behind an interface saves the call to the owner, until something else is asked of one type', async () => {
    const world = createWorld({
      subgraphs: {
        a: `interface Media { id: ID! } type Book implements Media @key(fields: "id") { id: ID! title: String }`,
        b: `type Query { media: Media @shareable @provides(fields: "animals { id name }") }
          interface Media { id: ID! animals: [Animal] } interface Animal { id: ID! name: String }
          type Book implements Media { id: ID! @shareable animals: [Animal] @external }
          type Dog implements Animal { id: ID! @external name: String @external }
          type Cat implements Animal { id: ID! @external name: String @external }`,
        c: `interface Media { id: ID! animals: [Animal] } interface Animal { id: ID! name: String }
          type Book implements Media @key(fields: "id") { id: ID! animals: [Animal] @shareable }
          type Dog implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }
          type Cat implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }`,
      },
      query: { media: book },
      entities: [book, cat, dog],
    });
    await world.compare('{ media { id animals { id name } } }');
    expect(callsOf(world)).toEqual(['b']);
    await world.compare('{ media { id animals { id name ... on Cat { age } } ... on Book { title } } }');
  });

  it('on one type of a union leaves the others to their owner', async () => {
    const world = createWorld({
      subgraphs: {
        a: `type Query { media: [Media] @shareable } union Media = Book | Movie
          type Book @key(fields: "id") { id: ID! title: String @shareable } type Movie @key(fields: "id") { id: ID! title: String @shareable }`,
        b: `type Query { media: [Media] @shareable @provides(fields: "... on Book { title }") } union Media = Book | Movie
          type Book @key(fields: "id") { id: ID! title: String @external } type Movie @key(fields: "id") { id: ID! }`,
        c: `type Movie @key(fields: "id") { id: ID! title: String @shareable }`,
      },
      query: { media: [book, movie] },
      entities: [book, movie],
    });
    await world.compare('{ media { ... on Book { id title } ... on Movie { id } } }');
    await world.compare('{ media { ... on Book { id title } ... on Movie { id title } } }');
    await world.compare('{ media { __typename ... on Movie { title } } }');
  });

  it('reaches into nested lists, and different subgraphs provide different parts', async () => {
    const sub = { __typename: 'Kind', id: 'k2', name: 'Segel' };
    const kind = { __typename: 'Kind', id: 'k1', name: 'Tyg', subs: [sub] };
    const ware = { __typename: 'Ware', id: 'w1', kinds: [kind, sub] };
    Object.assign(sub, { subs: [] });
    const world = createWorld({
      subgraphs: {
        all: `type Query { wares: [Ware] @provides(fields: "kinds { id name }") }
          type Ware @key(fields: "id") { id: ID! kinds: [Kind] @external } type Kind @key(fields: "id") { id: ID! name: String @external }`,
        kinds: `type Ware @key(fields: "id") { id: ID! kinds: [Kind] @shareable }
          type Kind @key(fields: "id") { id: ID! name: String @shareable }`,
        subs: `type Kind @key(fields: "id") { id: ID! subs: [Kind] }`,
      },
      query: { wares: [ware] },
      entities: [ware, kind, sub],
    });
    await world.compare('{ wares { id kinds { id name } } }');
    expect(callsOf(world)).toEqual(['all']);
    await world.compare('{ wares { id kinds { id name subs { id name } } } }');
  });

  it('is asked for what the client selected and nothing more, however the client wrote it', async () => {
    const one = { __typename: 'Thing', id: 'e1', name: 'One', extra: 'x1' };
    const two = { __typename: 'Thing', id: 'e2', name: 'Two', extra: 'x2' };
    const about = () => {
      throw new Error('nobody asked');
    };
    const world = createWorld({
      subgraphs: {
        a: `type Thing @key(fields: "id") { id: ID! name: String! @shareable about: String! @shareable extra: String! }`,
        b: `type Query { thing: Thing @provides(fields: "name about") things: [Thing!]! @provides(fields: "name about") }
          type Thing @key(fields: "id") { id: ID! name: String! @external about: String! @external }`,
      },
      query: { thing: { ...one, about }, things: [one, two] },
      entities: [one, two],
    });
    await world.compare('{ thing { id } }');
    await world.compare('{ thing { id name } }');
    await world.compare('{ thing { id shown: name } }');
    await world.compare('{ thing { id ... on Thing { name } } }');
    await world.compare('{ thing { id ...F } things { id name } } fragment F on Thing { name }');
    await world.compare(
      '{ thing { id ... on Thing @skip(if: true) { about } ... on Thing @include(if: false) { about } } }',
    );
    await world.compare('query ($y: Boolean! = true) { thing { id ... @skip(if: $y) { about } } }');
    expect(new Set(callsOf(world))).toEqual(new Set(['b']));
    await world.compare('{ thing { id name extra } things { id ... { name } ... { extra } } }');
    expect(
      world.calls
        .filter(({ subgraph }) => subgraph === 'a')
        .some(({ query }) => /name/.test(query.replaceAll('__typename', ''))),
    ).toBe(false);
  });

  it('together with @requires gives the required fields without a call', async () => {
    const item = { __typename: 'Item', upc: 'u1', weight: 5, price: 7, inStock: true, ...freight };
    const user = { __typename: 'User', id: 'u', username: 'ux', reviews: [] as unknown[] };
    const review = { __typename: 'Review', id: 'r1', body: 'bra', author: user, item };
    user.reviews.push(review);
    const world = createWorld({
      subgraphs: {
        accounts: `type Query { me: User } type User @key(fields: "id") { id: ID! username: String @shareable }`,
        stock: `type Item @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean
            freight: Int @requires(fields: "price weight") tag: String @requires(fields: "price weight") }`,
        items: `type Query { items: [Item] } type Item @key(fields: "upc") { upc: String! price: Int weight: Int }`,
        reviews: `type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") item: Item }
          type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] } type Item @key(fields: "upc") { upc: String! reviews: [Review] }`,
      },
      query: { me: user, items: [{ ...item, reviews: [review] }] },
      entities: [user, { ...item, reviews: [review] }, review],
    });
    await world.compare('{ me { reviews { id author { username } item { inStock freight tag } } } }');
    await world.compare('{ items { upc freight inStock reviews { author { id username } } } }');
    await world.compare('{ me { username reviews { author { username reviews { item { price } } } } } }');
  });
});

const freight = {
  freight(this: { price: number; weight: number }) {
    return this.price * this.weight;
  },
  tag(this: { price: number; weight: number }) {
    return `${this.price}/${this.weight}`;
  },
};
