import { createWorld } from '../worlds/createWorld';

describe('an entity call', () => {
  const harbour = { __typename: 'Harbour', id: 'h1', name: 'Norrhamn', code: 'NOR' };
  const boat = { __typename: 'Boat', id: 'b1', imo: 'I-1', home: harbour, name: 'Ellida', crew: 4 };
  const other = { __typename: 'Boat', id: 'b2', imo: 'I-2', home: null, name: 'Gnoll', crew: 2 };

  it('follows a key to the subgraph with the rest, and hops over one that has both keys', async () => {
    const world = createWorld({
      subgraphs: {
        quay: `type Query { boats: [Boat] harbour: Harbour } type Boat @key(fields: "imo") { imo: ID! home: Harbour }
          type Harbour @key(fields: "code") { code: ID! }`,
        registry: `type Boat @key(fields: "id") @key(fields: "imo") { id: ID! imo: ID! }
          type Harbour @key(fields: "code") @key(fields: "id") { id: ID! code: ID! }`,
        manning: `type Boat @key(fields: "id") { id: ID! crew: Int name: String }
          type Harbour @key(fields: "id") { id: ID! name: String }`,
      },
      query: { boats: [boat, other, boat], harbour },
      entities: [boat, other, harbour],
    });
    await world.compare('{ boats { crew } }');
    await world.compare('{ boats { imo home { name } name } harbour { name id } }');
    await world.compare('{ boats { home { __typename name } } }');
  });

  it('reaches a nested entity through its parent when its own subgraph has no key for it', async () => {
    const category = { __typename: 'Berth', id: 'k1', length: 12, note: 'deep' };
    const ferry = { __typename: 'Ferry', id: 'f1', berth: category, line: 'L1' };
    const world = createWorld({
      subgraphs: {
        a: `type Query { ferry: Ferry } type Ferry @key(fields: "id") { id: ID! berth: Berth @shareable }
          type Berth { id: ID! @shareable }`,
        b: `type Ferry @key(fields: "id") { id: ID! berth: Berth @shareable line: String }
          type Berth { id: ID! @shareable length: Int note: String }`,
      },
      query: { ferry },
      entities: [ferry],
    });
    await world.compare('{ ferry { berth { id length } } }');
    await world.compare('{ ferry { line berth { note } } }');
  });

  it('reaches what only the parent of a parent can give, over four subgraphs', async () => {
    const ferry = {
      __typename: 'Ferry',
      id: '1',
      name: 'Ferry 1',
      berth: { id: '3', name: 'Berth 3', about: 'For Ferry 1' },
    };
    const berth = { __typename: 'Berth', ...ferry.berth };
    const world = createWorld({
      subgraphs: {
        a: `type Ferry @key(fields: "id pid") { id: ID! @external pid: ID! berth: Berth @shareable }
          type Berth { about: String }`,
        b: `type Ferry @key(fields: "id pid") { id: ID! pid: ID! berth: Berth @shareable }
          type Berth @key(fields: "id") { id: ID! }`,
        c: `type Berth @key(fields: "id") { id: ID! name: String }`,
        d: `type Query { ferry(id: ID!): Ferry } type Ferry @key(fields: "id") { id: ID! name: String }`,
        e: `type Ferry @key(fields: "id") @key(fields: "id pid") { id: ID! pid: ID! }`,
      },
      query: { ferry: () => ({ ...ferry, pid: 'p1' }) },
      entities: [{ ...ferry, pid: 'p1' }, berth],
    });
    await world.compare('{ ferry(id: "1") { id name berth { id name about } } }');
  });

  it('uses whichever of many keys can be used, compound and nested ones too', async () => {
    const part = { id: 'x1', one: '1', two: '2', three: '3' };
    const thing = {
      __typename: 'Hull',
      id: 'h1',
      mark: 'm1',
      number: part,
      paint: 'red',
      nice(this: { paint: string }) {
        return `nice ${this.paint}`;
      },
    };
    const world = createWorld({
      subgraphs: {
        a: `type Hull @key(fields: "id", resolvable: true) @key(fields: "mark", resolvable: false)
            @key(fields: "number { one two }", resolvable: false) { id: ID! mark: ID! number: Number! paint: String! }
          type Number { one: ID! two: ID! three: ID! @shareable }`,
        b: `type Query { yard: Yard } type Yard @key(fields: "id") { id: ID! hulls: [Hull!]! }
          type Hull @key(fields: "number { one two }", resolvable: false) @key(fields: "id number { two three }")
            @key(fields: "mark", resolvable: false) @key(fields: "id", resolvable: false) {
            id: ID! mark: ID! number: Number! paint: String! @external nice: String! @requires(fields: "paint") }
          type Number { one: ID! two: ID! three: ID! @shareable }`,
      },
      query: { yard: { __typename: 'Yard', id: 'y1', hulls: [thing] } },
      entities: [thing],
    });
    await world.compare('{ yard { id hulls { id paint nice } } }');
    await world.compare('{ yard { hulls { nice number { one } } } }');
  });

  it('follows lists of entities inside compound keys', async () => {
    const kind = { id: 'k1', tag: 't1' };
    const product = { __typename: 'Net', id: 'n1', pid: 'p1', kind };
    const list = { __typename: 'NetList', items: [product], first: product, chosen: product };
    const price = { amount: 12 };
    Object.assign(product, { price });
    const world = createWorld({
      subgraphs: {
        link: `type Net @key(fields: "id") @key(fields: "id pid") { id: ID! pid: ID! }`,
        price: `type NetList @key(fields: "items { id pid kind { id tag } } chosen { id }") {
            items: [Net!]! first: Net @shareable chosen: Net @shareable }
          type Net @key(fields: "id pid kind { id tag }") { id: ID! pid: ID! price: Price kind: Kind }
          type Kind @key(fields: "id tag") { id: ID! tag: ID! } type Price { amount: Float! }`,
        list: `type NetList @key(fields: "items { id pid }") { items: [Net!]! first: Net @shareable chosen: Net @shareable }
          type Net @key(fields: "id pid") { id: ID! pid: ID! }`,
        nets: `type Query { top: NetList! } type NetList @key(fields: "items { id }") { items: [Net!]! }
          extend type Net @key(fields: "id") { id: ID! kind: Kind @shareable }
          type Kind @key(fields: "id") { id: ID! tag: ID! @shareable main: ID! @shareable }`.replace(
          ' main: ID! @shareable',
          '',
        ),
      },
      query: { top: list },
      entities: [list, product, { __typename: 'Kind', ...kind }],
    });
    await world.compare('{ top { items { id pid kind { id } price { amount } } } }');
  });

  it('does not go on from an entity that the subgraph between has lost', async () => {
    const author = { __typename: 'Master', id: 'm1', name: 'Alva' };
    const found = { __typename: 'Log', id: 'l1', upc: 'u1', master: author };
    const lost = { upc: 'u2' };
    const world = createWorld({
      subgraphs: {
        a: `type Query { shelves: [Shelf] } type Shelf { log: Log } type Log @key(fields: "upc") { upc: ID! }`,
        b: `type Log @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! }`,
        c: `type Log @key(fields: "id") { id: ID! master: Master } type Master { id: ID! name: String }`,
      },
      query: { shelves: [{ log: found }, { log: lost }] },
      entities: [found, author],
    });
    expect(await world.run('{ shelves { log { upc master { name } } } }')).toEqual({
      data: {
        shelves: [{ log: { upc: 'u1', master: { name: 'Alva' } } }, { log: { upc: 'u2', master: null } }],
      },
    });
  });

  it('keeps an entity and a value type of one name apart', async () => {
    const world = createWorld({
      subgraphs: {
        a: `type Query { accounts: [Account!]! } interface Account { id: ID! name: String }
          type Guest implements Account @key(fields: "id") { id: ID! name: String @shareable }
          type Member implements Account { id: ID! @shareable name: String @shareable }`,
        b: `type Query { chat(id: ID!): Chat } type Chat @key(fields: "id") { id: ID! account: Account! text: String }
          interface Account { id: ID! } type Guest implements Account @key(fields: "id") { id: ID! rank: Int }
          type Member implements Account { id: ID! @shareable name: String @shareable }`,
      },
      query: {
        accounts: [
          { __typename: 'Guest', id: 'g', name: 'G', rank: 1 },
          { __typename: 'Member', id: 'm', name: 'M' },
        ],
        chat: () => ({
          __typename: 'Chat',
          id: 'c',
          text: 't',
          account: { __typename: 'Guest', id: 'g', name: 'G', rank: 1 },
        }),
      },
      entities: [{ __typename: 'Guest', id: 'g', name: 'G', rank: 1 }],
    });
    await world.compare(
      '{ accounts { id name } chat(id: "c") { text account { id ... on Guest { name rank } } } }',
    );
    await world.compare('{ accounts { ... on Guest { rank name } ... on Member { name } } }');
  });

  it('finds any object by its global id, in whichever subgraph has the type', async () => {
    const user = { __typename: 'Sailor', id: 's1', name: 'Sailor 1' };
    const post = { __typename: 'Note', id: 'n1', title: 'Note 1' };
    const nodes = [user, post];
    const world = createWorld({
      subgraphs: {
        node: `type Query { node(id: ID!): Node nodes: [Node!]! } interface Node { id: ID! }
          type Sailor implements Node @key(fields: "id") { id: ID! } type Note implements Node @key(fields: "id") { id: ID! }`,
        sailors: `interface Node { id: ID! } type Sailor implements Node @key(fields: "id") { id: ID! name: String! }`,
        notes: `interface Node { id: ID! } type Note implements Node @key(fields: "id") { id: ID! title: String! }`,
      },
      query: { node: ({ id }: { id: string }) => nodes.find((node) => node.id === id), nodes },
      entities: nodes,
    });
    await world.compare('{ node(id: "s1") { ... on Sailor { name } ... on Note { title } } }');
    await world.compare(
      '{ a: node(id: "n1") { id ...N } b: node(id: "s1") { ...N ...S } } fragment N on Note { title } fragment S on Sailor { name }',
    );
    await world.compare('{ nodes { __typename id ... on Sailor { name } } none: node(id: "x") { id } }');
  });
});
