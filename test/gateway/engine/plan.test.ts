import { createTestGraph } from './testGraph';

const people = {
  people: {
    sdl: `
      type Query { users: [User!]! me: User nobody: User fav: User }
      type User @key(fields: "id") { id: ID! name(short: Boolean): String friends: [User!]! }`,
    resolvers: {
      Query: {
        users: () => [{ id: '1' }, { id: '2' }, { id: '1' }],
        me: () => ({ id: '1' }),
        fav: () => ({ id: '2' }),
        nobody: () => null,
      },
      User: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        name: ({ id }: { id: string }, { short }: { short?: boolean }) => (short ? id : `user ${id}`),
        friends: ({ id }: { id: string }) => [{ id: `${id}1` }, { id: '1' }],
      },
    },
  },
  reviews: {
    sdl: `
      type Query { top: [Review!]! }
      type User @key(fields: "id") { id: ID! nick: String reviews: [Review!]! }
      type Review { text: String by: User! }`,
    resolvers: {
      Query: { top: () => [{ text: 'a', by: { id: '9' } }] },
      User: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        nick: ({ id }: { id: string }) => `nick ${id}`,
        reviews: ({ id }: { id: string }) => [{ text: `by ${id}`, by: { id } }],
      },
    },
  },
};

describe('the plan nodes', () => {
  it('Fetch writes root fields, and Parallel those of several subgraphs', async () => {
    const graph = createTestGraph(people);
    const result = await graph.run('{ me { name } top { text } }');
    expect(result).toEqual({ data: { me: { name: 'user 1' }, top: [{ text: 'a' }] } });
    expect(graph.calls.map(({ subgraph }) => subgraph).sort()).toEqual(['people', 'reviews']);
  });

  it('Sequence and Flatten enrich entities through nested lists', async () => {
    const graph = createTestGraph(people);
    const result = await graph.run('{ users { id nick reviews { text by { name nick } } } }');
    const user = (id: string) => ({
      id,
      nick: `nick ${id}`,
      reviews: [{ text: `by ${id}`, by: { name: `user ${id}`, nick: `nick ${id}` } }],
    });
    expect(result).toEqual({ data: { users: [user('1'), user('2'), user('1')] } });
  });

  it('sends identical representations once and writes the answer to every place', async () => {
    const graph = createTestGraph(people);
    await graph.run('{ users { nick } }');
    expect(graph.callsTo('reviews').map(({ variables }) => variables)).toEqual([
      {
        representations: [
          { __typename: 'User', id: '1' },
          { __typename: 'User', id: '2' },
        ],
      },
    ]);
  });

  it('BatchFetch makes one call for several groups of entities', async () => {
    const graph = createTestGraph(people);
    const result = await graph.run('{ users { nick friends { nick } } me { nick reviews { text } } }');
    expect(result.errors).toBeUndefined();
    expect(result.data).toMatchObject({
      users: [{ nick: 'nick 1', friends: [{ nick: 'nick 11' }, { nick: 'nick 1' }] }, {}, {}],
      me: { nick: 'nick 1', reviews: [{ text: 'by 1' }] },
    });
    expect(graph.callsTo('reviews')).toHaveLength(1);
  });

  it('asks nobody about entities that are not there', async () => {
    const graph = createTestGraph(people);
    expect(await graph.run('{ nobody { nick } }')).toEqual({ data: { nobody: null } });
    expect(graph.callsTo('reviews')).toHaveLength(0);
  });
});
