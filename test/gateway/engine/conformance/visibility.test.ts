import { createWorld } from '../worlds/createWorld';

const users = [
  { __typename: 'User', id: 'u1', kind: 'REGULAR', secret: 'GUEST', name: 'A' },
  { __typename: 'User', id: 'u2', kind: 'ANONYMOUS', secret: 'GUEST', name: 'B' },
];

describe('an enum that subgraphs know different values of', () => {
  const world = createWorld({
    subgraphs: {
      a: `type Query { users: [User] byKind(kind: Kind): [User] } enum Kind { ANONYMOUS @inaccessible REGULAR }
        type User @key(fields: "id") { id: ID! @shareable kind: Kind }`,
      b: `type Query { usersB: [User] } enum Kind { ANONYMOUS @inaccessible REGULAR } type User @key(fields: "id") { id: ID! @shareable kindB: Kind }`,
    },
    query: {
      users,
      usersB: users.map((user) => ({ ...user, kind: user.kind, kindB: user.kind })),
      byKind: ({ kind }: { kind: string }) => users.filter((user) => user.kind === kind),
    },
    entities: users,
  });

  it('gives null for the hidden value and refuses it in arguments', async () => {
    await world.compare('{ users { id } }');
    const hidden = await world.compare('{ users { id kind } }');
    expect(hidden.errors).toHaveLength(1);
    await world.compare('{ usersB { id kindB kind } }');
    await world.compare('{ byKind(kind: REGULAR) { id kind } }');
    await expect(world.compare('{ byKind(kind: ANONYMOUS) { id } }')).rejects.toThrow('ANONYMOUS');
  });
});

describe('input objects that subgraphs know different fields of', () => {
  it('have the fields that all of them know', async () => {
    const world = createWorld({
      subgraphs: {
        a: `type Query { usersA(filter: Filter): [User] } input Filter { first: Int! name: String } type User @key(fields: "id") { id: ID! }`,
        b: `type Query { usersB(filter: Filter): [User] } input Filter { first: Int } type User @key(fields: "id") { id: ID! name: String }`,
      },
      query: {
        usersA: ({ filter }: { filter: { first: number } }) => users.slice(0, filter.first),
        usersB: ({ filter }: { filter: { first: number } }) => users.slice(0, filter.first),
      },
      entities: users,
    });
    await world.compare('{ usersA(filter: { first: 1 }) { id name } usersB(filter: { first: 2 }) { id } }');
    await world.compare('query ($f: Filter) { usersA(filter: $f) { id } usersB(filter: $f) { name } }', {
      f: { first: 1 },
    });
    await expect(world.compare('{ usersA(filter: { first: 1, name: "x" }) { id } }')).rejects.toThrow('name');
  });
});

describe('@inaccessible', () => {
  it('hides arguments, fields and key fields that plans go on using', async () => {
    const friends = [{ __typename: 'User', id: 'u2', code: 'c2', age: 2, friends: [] }];
    const user = { __typename: 'User', id: 'u1', code: 'c1', age: 1, friends };
    const world = createWorld({
      subgraphs: {
        age: `type Query { inAge: [User!]! } type User @key(fields: "code") { code: ID! @inaccessible id: ID! @shareable age: Int @inaccessible }`,
        friends: `type Query { inFriends: [User!]! } enum Sort { FRIEND FAMILY @inaccessible }
          type User @key(fields: "code") { code: ID! @inaccessible id: ID! @shareable friends(sort: Sort @inaccessible): [User!]! sort: Sort }`,
      },
      query: { inAge: [user], inFriends: [user] },
      entities: [user, ...friends],
    });
    await world.compare('{ inAge { id friends { id } } }');
    await world.compare('{ inFriends { id friends { id sort } } }');
    await expect(world.compare('{ inFriends { friends(sort: FRIEND) { id } } }')).rejects.toThrow('sort');
    await expect(world.compare('{ inAge { age } }')).rejects.toThrow('age');
  });
});

describe('a directive of the client’s', () => {
  it('that all subgraphs compose is taken, with its defaults', async () => {
    const link = (
      name: string,
    ) => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.1", import: ["@key", "@composeDirective"])
      @link(url: "https://specs.example/access/v1.0", import: ["@access"]) @composeDirective(name: "@access")
      directive @access(scope: Scope! = OPEN) on FIELD enum Scope { OPEN CLOSED } type Query { ${name}: String }`;
    const world = createWorld({
      subgraphs: { a: link('a'), b: link('b') },
      query: { a: 'a', b: 'b' },
      unlinked: ['a', 'b'],
    });
    await world.compare('{ a @access b @access(scope: CLOSED) }');
  });
});

describe('Federation 1', () => {
  const user = { __typename: 'User', id: 'u1', name: 'N', nick: 'K', rid: 'r1' };

  it('types that extend one another with external keys and fields are found', async () => {
    const world = createWorld({
      subgraphs: {
        a: `extend type Query { userA: User } extend type User @key(fields: "id") { id: ID! @external name: String @external nick: String }`,
        b: `extend type Query { userB: User } type User @key(fields: "id") { id: ID! name: String }`,
      },
      unlinked: ['a', 'b'],
      query: { userA: user, userB: user },
      entities: [user],
    });
    for (const field of ['userA', 'userB']) await world.compare(`{ ${field} { id name nick } }`);
  });

  it('@extends and extend with @shareable work beside Federation 2', async () => {
    const world = createWorld({
      subgraphs: {
        a: `type Query { userA: User } type User @key(fields: "id") @extends { id: ID! @external rid: ID nick: String @shareable }`,
        b: `type Query { userB: User @provides(fields: "nick") } type User @key(fields: "id") { id: ID! name: String nick: String @external }`,
        c: `extend type User @key(fields: "id") { id: ID! nick: String @shareable }`,
      },
      query: { userA: user, userB: user },
      entities: [user],
    });
    await world.compare('{ userA { id rid name nick } userB { id rid name nick } }');
  });

  it('keys that only one side resolves are followed to that side', async () => {
    const item = { __typename: 'Item', id: 'i1', upc: 'x1', name: 'N', price: 12 };
    const world = createWorld({
      subgraphs: {
        a: `extend type Query { itemInA: Item } extend type Item @key(fields: "id") @key(fields: "upc") { id: ID! @external upc: String! @external name: String @external pid: ID }`,
        b: `extend type Query { itemInB: Item } type Item @key(fields: "id") @key(fields: "upc") { id: ID! upc: String! name: String price: Float }`,
      },
      unlinked: ['a', 'b'],
      query: { itemInA: { ...item, pid: 'p' }, itemInB: { ...item, pid: 'p' } },
      entities: [{ ...item, pid: 'p' }],
    });
    await world.compare('{ itemInA { id pid price upc name } itemInB { id name pid } }');
  });
});
