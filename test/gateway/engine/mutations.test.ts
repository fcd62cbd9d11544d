import { createTestGraph } from './testGraph';

describe('mutations', () => {
  const log: string[] = [];
  const graph = () =>
    createTestGraph({
      a: {
        sdl: `
          type Query { x: Int }
          type Mutation { addA(n: Int!): User }
          type User @key(fields: "id") { id: ID! name: String }`,
        resolvers: {
          Mutation: { addA: (_: unknown, { n }: { n: number }) => (log.push(`addA ${n}`), { id: `u${n}` }) },
          User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `name ${id}` }) },
        },
      },
      b: {
        sdl: `
          type Mutation { addB(n: Int!): Int! }
          type User @key(fields: "id") { id: ID! nick: String }`,
        resolvers: {
          Mutation: { addB: (_: unknown, { n }: { n: number }) => (log.push(`addB ${n}`), n) },
          User: {
            __resolveReference: async ({ id }: { id: string }) => {
              await new Promise((resolve) => setTimeout(resolve, 5));
              log.push(`nick ${id}`);
              return { id, nick: `nick ${id}` };
            },
          },
        },
      },
    });

  beforeEach(() => void log.splice(0));

  it('run one after the other, each with all its fields before the next', async () => {
    const { run } = graph();
    const query =
      'mutation ($n: Int!) { one: addA(n: $n) { name nick } two: addB(n: 2) three: addA(n: 3) { nick } four: addB(n: 4) }';
    expect(await run(query, { variables: { n: 1 } })).toEqual({
      data: { one: { name: null, nick: 'nick u1' }, two: 2, three: { nick: 'nick u3' }, four: 4 },
    });
    expect(log).toEqual(['addA 1', 'nick u1', 'addB 2', 'addA 3', 'nick u3', 'addB 4']);
  });

  it('carry on after one that failed, and only once', async () => {
    const { run, replace } = graph();
    replace('a', async () => ({
      data: { _a0: null },
      errors: [{ message: 'no', path: ['_a0'], extensions: {} }],
    }));
    expect(await run('mutation { one: addA(n: 1) { nick } two: addB(n: 2) }')).toEqual({
      data: { one: null, two: 2 },
      errors: [{ message: 'no', path: ['one'] }],
    });
    expect(log).toEqual(['addB 2']);
  });
});
