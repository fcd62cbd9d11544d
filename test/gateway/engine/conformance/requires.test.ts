import { createWorld } from '../worlds/createWorld';

const at = <T>(value: unknown) => value as T;

describe('@requires', () => {
  it('chains: a requirement may itself require, through three subgraphs', async () => {
    const crate = {
      __typename: 'Crate',
      id: 'c1',
      price: 10,
      hasRebate: true,
      heavy(this: { price: number }) {
        return this.price > 5;
      },
      heavyAfter(this: { hasRebate: boolean }) {
        return this.hasRebate === true;
      },
      canShip(this: { heavy: unknown }) {
        return `ship ${String(at<() => unknown>(this.heavy) instanceof Function ? at<() => unknown>(this.heavy).call(this) : this.heavy)}`;
      },
      canShipAfter(this: { heavyAfter: unknown }) {
        const value = this.heavyAfter;
        return `after ${String(typeof value === 'function' ? value.call(this) : value)}`;
      },
    };
    const world = createWorld({
      subgraphs: {
        a: `type Query { crate: Crate } type Crate @key(fields: "id") { id: ID! price: Float @external
            hasRebate: Boolean! heavy: Boolean! @requires(fields: "price")
            heavyAfter: Boolean! @external canShipAfter: String @requires(fields: "heavyAfter") }`,
        b: `type Crate @key(fields: "id") { id: ID! hasRebate: Boolean! @external
            heavyAfter: Boolean! @requires(fields: "hasRebate") }`,
        c: `type Crate @key(fields: "id") { id: ID! price: Float }`,
        d: `type Crate @key(fields: "id") { id: ID! heavy: Boolean! @external canShip: String @requires(fields: "heavy") }`,
      },
      query: { crate },
      entities: [crate],
    });
    await world.compare('{ crate { canShip } }');
    await world.compare('{ crate { canShipAfter } }');
    await world.compare('{ crate { heavyAfter canShipAfter hasRebate } }');
    await world.compare('{ crate { heavyAfter heavy canShipAfter canShip price } }');
  });

  it('goes back to the subgraph that the object came from', async () => {
    const person = { __typename: 'Person', id: '1', years: 3 };
    const world = createWorld({
      subgraphs: {
        a: `type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! byNew: Boolean! @external
            byOld: Boolean! @requires(fields: "byNew") }
          type Person @key(fields: "id") { id: ID! years: Int! }`,
        b: `type Post @key(fields: "id") { id: ID! author: Person! byNew: Boolean! @requires(fields: "author { years }") }
          type Person @key(fields: "id") { id: ID! years: Int! @external }`,
      },
      query: {
        posts: [{ __typename: 'Post', id: 'p1', author: person, ...byNewAndOld }],
      },
      entities: [{ __typename: 'Post', id: 'p1', author: person, ...byNewAndOld }, person],
    });
    await world.compare('{ posts { byNew } }');
    await world.compare('{ posts { byOld } }');
    await world.compare('{ posts { byOld byNew author { years } } }');
  });

  it('brings the same field with different arguments to the fields that require it so', async () => {
    const box = {
      __typename: 'Box',
      upc: 'u1',
      name: 'Box 1',
      weight: 2,
      price: ({ currency }: { currency: string }) => (currency === 'EUR' ? 30 : 20),
      kind: { mean: ({ currency }: { currency: string }) => (currency === 'USD' ? 11 : 99) },
    };
    const world = createWorld({
      subgraphs: {
        a: `type Box @key(fields: "upc") { upc: String! weight: Int @external price(currency: String!): Int @external
            kind: Kind @external
            freight: Int @requires(fields: "price(currency: \\"USD\\") weight")
            freightInEuro: Int @requires(fields: "price(currency: \\"EUR\\") weight")
            dear: Boolean @requires(fields: "kind { mean(currency: \\"USD\\") }") }
          type Kind @external { mean(currency: String!): Int }`,
        b: `type Query { boxes: [Box] } type Box @key(fields: "upc") { upc: String! name: String weight: Int
            price(currency: String!): Int kind: Kind } type Kind { mean(currency: String!): Int }`,
      },
      query: { boxes: [box] },
      entities: [{ ...box, ...freightOf }],
    });
    expect(
      await world.run('{ boxes { upc name freight freightInEuro dear price(currency: "EUR") } }'),
    ).toEqual({
      data: { boxes: [{ upc: 'u1', name: 'Box 1', freight: 40, freightInEuro: 60, dear: false, price: 30 }] },
    });
    expect(
      await world.run('{ boxes { freight usd: price(currency: "USD") eur: price(currency: "EUR") } }'),
    ).toEqual({
      data: { boxes: [{ freight: 40, usd: 20, eur: 30 }] },
    });
  });

  it('brings each field its own arguments, at several places and beside others that require something', async () => {
    const jar = {
      __typename: 'Jar',
      id: 'j1',
      size: 3,
      volume: ({ unit }: { unit: string }) => (unit === 'LITRE' ? 5 : 50),
      lid: { width: ({ unit }: { unit: string }) => (unit === 'LITRE' ? 7 : 70) },
    };
    const world = createWorld({
      subgraphs: {
        a: `type Query { jar: Jar jars: [Jar!] } type Jar @key(fields: "id") { id: ID! size: Int volume(unit: String!): Int lid: Lid }
          type Lid { width(unit: String!): Int }`,
        b: `type Jar @key(fields: "id") { id: ID! size: Int @external volume(unit: String!): Int @external lid: Lid @external
            litres: Int @requires(fields: "volume(unit: \\"LITRE\\") size")
            cups: Int @requires(fields: "volume(unit: \\"CUP\\") size")
            wide: Boolean @requires(fields: "lid { width(unit: \\"CUP\\") }")
            narrow: Boolean @requires(fields: "lid { width(unit: \\"LITRE\\") }") }
          type Lid @external { width(unit: String!): Int }`,
      },
      query: { jar, jars: [jar] },
      entities: [{ ...jar, ...measuresOf }],
    });
    expect(await world.run('{ jar { cups wide litres } jars { narrow } }')).toEqual({
      data: { jar: { cups: 150, wide: true, litres: 15 }, jars: [{ narrow: true }] },
    });
    expect(await world.run('{ jar { wide cups lid { width(unit: "BOTTLE") } litres } }')).toEqual({
      data: { jar: { wide: true, cups: 150, lid: { width: 70 }, litres: 15 } },
    });
    expect(await world.run('{ jar { cups litres } jars { litres cups } other: jar { litres } }')).toEqual({
      data: { jar: { cups: 150, litres: 15 }, jars: [{ litres: 15, cups: 150 }], other: { litres: 15 } },
    });
    expect(await world.run('{ jar { volume(unit: "CUP") wide } jars { litres cups narrow } }')).toEqual({
      data: { jar: { volume: 50, wide: true }, jars: [{ litres: 15, cups: 150, narrow: true }] },
    });
  });

  it('brings a list behind a field with arguments, and what other entities in it require', async () => {
    const comments = ['k1', 'k2', 'k3'].map((id) => ({ __typename: 'Remark', id, authorId: `a-${id}` }));
    const post = {
      __typename: 'Post',
      id: 'p1',
      remarks: ({ limit }: { limit: number }) => comments.slice(0, limit),
      author(this: { remarks: unknown }) {
        const list = typeof this.remarks === 'function' ? comments : at<typeof comments>(this.remarks);
        return { id: list.at(-1)?.authorId };
      },
    };
    const world = createWorld({
      subgraphs: {
        a: `type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! remarks(limit: Int!): [Remark] @external
            author: Author @requires(fields: "remarks(limit: 3) { authorId }") }
          type Remark @key(fields: "id") { id: ID! authorId: ID } type Author { id: ID }`,
        b: `type Post @key(fields: "id") { id: ID! remarks(limit: Int!): [Remark] } type Remark @key(fields: "id") { id: ID! }`,
      },
      query: { posts: [post] },
      entities: [post, ...comments],
    });
    await world.compare('{ posts { author { id } } }');
    await world.compare('{ posts { author { id } remarks(limit: 1) { id authorId } } }');
    await world.compare('{ posts { remarks(limit: 2) { id } author { id } } }');
  });

  it('takes what is required of an interface, and of one of its types', async () => {
    const home = { __typename: 'HomeAddress', id: 'a1', city: 'Luleå' };
    const work = { __typename: 'WorkAddress', id: 'a2', city: 'Umeå' };
    const one = { __typename: 'User', id: 'u1', name: 'U', address: home, ...cityAndCountry };
    const two = { __typename: 'User', id: 'u2', name: 'V', address: work, ...cityAndCountry };
    const world = createWorld({
      subgraphs: {
        a: `type Query { a: User } interface Address { id: ID! }
          type HomeAddress implements Address @key(fields: "id") { id: ID! city: String @shareable }
          type WorkAddress implements Address @key(fields: "id") { id: ID! city: String @shareable }
          type User @key(fields: "id") { id: ID! name: String! @shareable address: Address @external
            city: String @requires(fields: "address { id }")
            country: String @requires(fields: "address { ... on WorkAddress { id } }") }`,
        b: `type Query { b: User } interface Address { id: ID! }
          type HomeAddress implements Address @key(fields: "id") { id: ID! city: String @shareable }
          type WorkAddress implements Address @key(fields: "id") { id: ID! city: String @shareable }
          type SecondAddress implements Address @key(fields: "id") { id: ID! city: String }
          type User @key(fields: "id") { id: ID! name: String! @shareable address: Address }`,
      },
      query: { a: one, b: two },
      entities: [one, two, home, work],
    });
    for (const user of ['a', 'b']) {
      await world.compare(`{ ${user} { city } }`);
      await world.compare(`{ ${user} { country } }`);
      await world.compare(`{ ${user} { address { __typename id } city country name } }`);
    }
  });

  it('takes what nested fragments require, behind a type the public must not see too', async () => {
    const entity = (id: string, data: unknown) => ({
      __typename: 'Entity',
      id,
      data,
      claim(this: { data: { foo: string } }) {
        return `${this.data.foo} claimed`;
      },
      claimTwo(this: { data: { foo: string } }) {
        return `${this.data.foo} claimed twice`;
      },
    });
    const hidden = entity('e1', { __typename: 'Baz', foo: 'f1', bar: 'b1', baz: 'z1' });
    const open = entity('e2', { __typename: 'Qux', foo: 'f2', bar: 'b2', qux: 'q2' });
    const types = `interface Foo { foo: String! } interface Bar implements Foo { foo: String! bar: String! }
      type Baz implements Foo & Bar @shareable INACCESSIBLE { foo: String! bar: String! baz: String! }
      type Qux implements Foo & Bar @shareable { foo: String! bar: String! qux: String! }`;
    const world = createWorld({
      subgraphs: {
        a: `type Query { a: Entity @shareable } type Entity @key(fields: "id") { id: ID! data: Foo }
          ${types.replace('INACCESSIBLE', '')}`,
        b: `type Query { b: Entity bb: Entity } type Entity @key(fields: "id") { id: ID! data: Foo @external
            claim: String! @requires(fields: "data { foo ... on Baz { bar baz } ... on Qux { bar qux } }")
            claimTwo: String! @requires(fields: "data { ... on Foo { foo } }") }
          ${types.replace('INACCESSIBLE', '@inaccessible')}`,
      },
      query: { a: open, b: hidden, bb: open },
      entities: [hidden, open],
    });
    await world.compare('{ b { id data { __typename } } bb { id data { __typename } } }');
    await world.compare('{ a { claim } bb { data { __typename } claim claimTwo } }');
    await world.compare('{ b { claim claimTwo } }');
    await world.compare('{ b { data { foo } claim } }');
  });

  it('needs lists before what they are made from is there, for two fields at once', async () => {
    const orders = [{ __typename: 'Order', id: 'o1' }];
    const user = {
      __typename: 'User',
      id: '1',
      lastName: 'Ek',
      orders(this: { lastName?: string }) {
        return this.lastName ? orders : null;
      },
      total: () => 0,
      byState: () => 1,
    };
    const world = createWorld({
      subgraphs: {
        one: `type Query { user: User } type User @key(fields: "id") { id: ID! lastName: String! }`,
        two: `type Order @key(fields: "id", resolvable: false) { id: ID! } type User @key(fields: "id") { id: ID!
            orders: [Order!] @external total: Int @requires(fields: "orders { id }") byState: Int @requires(fields: "orders { id }") }`,
        three: `type Order @key(fields: "id") { id: ID! } type User @key(fields: "id") { id: ID! lastName: String! @external
            orders: [Order!] @requires(fields: "lastName") }`,
      },
      query: { user },
      entities: [user, ...orders],
    });
    await world.compare('{ user { byState total } }');
    await world.compare('{ user { total orders { id } lastName } }');
  });
});

const byNewAndOld = {
  byNew(this: { author: { years: number } }) {
    return this.author.years < 5;
  },
  byOld(this: { byNew: unknown }) {
    const value = typeof this.byNew === 'function' ? (this.byNew() as boolean) : this.byNew;
    return !value;
  },
};

const freightOf = {
  freight(this: { price: number; weight: number }) {
    return this.price * this.weight;
  },
  freightInEuro(this: { price: number; weight: number }) {
    return this.price * this.weight;
  },
  dear(this: { kind: { mean: number } }) {
    return this.kind.mean > 11;
  },
};

const measuresOf = {
  litres(this: { volume: number; size: number }) {
    return this.volume * this.size;
  },
  cups(this: { volume: number; size: number }) {
    return this.volume * this.size;
  },
  wide(this: { lid: { width: number } }) {
    return this.lid.width === 70;
  },
  narrow(this: { lid: { width: number } }) {
    return this.lid.width === 7;
  },
};

const cityAndCountry = {
  city(this: { address: { id: string } }) {
    return this.address.id === 'a1' ? 'Luleå' : 'Umeå';
  },
  country(this: { address: { __typename: string; id?: string } }) {
    return this.address.__typename === 'WorkAddress' && this.address.id ? 'SE' : null;
  },
};
