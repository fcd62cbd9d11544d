import fc from 'fast-check';
import { execute, GraphQLError, parse } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createTestGraph, toPlain } from './testGraph';
import { lostPlaces } from './worlds/lostPlaces';
import { createRandomOperation } from './worlds/randomOperation';

/**
 * Random operations over one supergraph and over one schema that holds the same data alone: same data, same places of
 * errors. What a field gives is a function of its entity and its name, so that both sides agree without sharing code.
 */
const count = 4;
type Item = { id: string };

const hash = (text: string) => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7);
const pick = (id: string, name: string, of: number) => hash(`${id}/${name}`) % of;
const fails = (id: string, name: string) => pick(id, name, 11) === 0;
const guarded =
  <T>(name: string, value: (id: string) => T) =>
  ({ id }: Item) => {
    if (fails(id, name)) throw new GraphQLError(`${name} failed`, { extensions: { code: 'X' } });
    return value(id);
  };
const text = (name: string) => guarded(name, (id) => (pick(id, name, 5) === 0 ? null : `${name} ${id}`));
const must = (name: string) => guarded(name, (id) => (pick(id, name, 13) === 0 ? null : pick(id, name, 100)));
const item = (kind: string, n: number) => ({ __typename: kind, id: `${kind}${n % count}` });
const link = (name: string, kind: string) =>
  guarded(name, (id) => (pick(id, name, 6) === 0 ? null : item(kind, pick(id, name, count))));
const list = (name: string, kind: string) =>
  guarded(name, (id) =>
    Array.from({ length: pick(id, name, 4) }, (_, n) => item(kind, n + pick(id, name, count))),
  );
const anything = (name: string) =>
  guarded(name, (id) =>
    Array.from({ length: pick(id, name, 4) }, (_, n) => item(n % 2 ? 'Book' : 'User', n)),
  );
const reference = { __resolveReference: (ref: Item) => ref };

const resolvers = {
  Query: {
    users: () => [0, 1, 2, 1].map((n) => item('User', n)),
    user: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : item('User', id.length)),
    books: () => [0, 1].map((n) => item('Book', n)),
    nodes: () => [item('User', 1), item('Book', 2), item('User', 3)],
    sure: () => item('Book', 3),
  },
  User: {
    name: text('name'),
    age: must('age'),
    friends: list('friends', 'User'),
    best: link('best', 'User'),
    nick: text('nick'),
    books: list('books', 'Book'),
    mixed: anything('mixed'),
    rank: must('rank'),
  },
  Book: {
    title: text('title'),
    author: link('author', 'User'),
    pages: must('pages'),
    stars: must('stars'),
    review: text('review'),
    readers: list('readers', 'User'),
  },
};
const only = (type: 'User' | 'Book', ...names: string[]) => ({
  ...reference,
  ...Object.fromEntries(Object.entries(resolvers[type]).filter(([name]) => names.includes(name))),
});

const graph = createTestGraph({
  people: {
    sdl: `
      type Query { users: [User!]! user(id: ID!): User nodes: [Node!] }
      interface Node { id: ID! }
      type User implements Node @key(fields: "id") { id: ID! name: String age: Int! friends: [User!] best: User }
      type Book implements Node @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Query: resolvers.Query, User: only('User', 'name', 'age', 'friends', 'best') },
  },
  library: {
    sdl: `
      type Query { books: [Book] sure: Book! }
      union Mixed = User | Book
      type User @key(fields: "id") { id: ID! books: [Book!]! mixed: [Mixed] }
      type Book @key(fields: "id") { id: ID! title: String author: User pages: Int! }`,
    resolvers: {
      Query: resolvers.Query,
      User: only('User', 'books', 'mixed'),
      Book: only('Book', 'title', 'author', 'pages'),
    },
  },
  opinions: {
    sdl: `
      type User @key(fields: "id") { id: ID! nick: String rank: Int! }
      type Book @key(fields: "id") { id: ID! stars: Int! review: String readers: [User] }`,
    resolvers: { User: only('User', 'nick', 'rank'), Book: only('Book', 'stars', 'review', 'readers') },
  },
});

const monolith = buildSubgraphSchema({
  typeDefs: parse(`
    type Query { users: [User!]! user(id: ID!): User nodes: [Node!] books: [Book] sure: Book! }
    interface Node { id: ID! }
    union Mixed = User | Book
    type User implements Node { id: ID! name: String age: Int! friends: [User!] best: User books: [Book!]! mixed: [Mixed]
      nick: String rank: Int! }
    type Book implements Node { id: ID! title: String author: User pages: Int! stars: Int! review: String readers: [User] }`),
  resolvers,
});

const operations = fc.infiniteStream(fc.nat(1000)).map((numbers) => {
  const next = (of: number) => (numbers.next().value as number) % of;
  return createRandomOperation(graph.engine.schema, next, ['a', 'none']);
});

describe('the engine and one schema with the same data', () => {
  it('answer random operations alike', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(operations, async (operation) => {
        fc.pre(operation !== undefined);
        const { query, variables } = operation;
        const document = parse(query);
        const compiled = graph.engine.compile(document, undefined);
        const federated = toPlain(await graph.engine.execute(compiled, { variables, context: undefined }));
        const alone = toPlain(await execute({ schema: monolith, document, variableValues: variables }));
        expect(federated.data).toEqual(alone.data);
        expect(JSON.stringify(federated.data)).toBe(JSON.stringify(alone.data));
        expect(lostPlaces(federated)).toEqual(lostPlaces(alone));
        compared++;
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(60);
  });
});
