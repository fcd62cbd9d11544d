import { createTestGraph } from './testGraph';

const createGraph = () =>
  createTestGraph({
    old: {
      sdl: `type Query { ship: Ship } type Ship @key(fields: "id") { id: ID! name: String flag: String }`,
      resolvers: { Query: { ship: () => ({ id: '1' }) }, Ship: { name: () => 'old', flag: () => 'old' } },
    },
    new: {
      sdl: `type Ship @key(fields: "id") { id: ID! name: String @override(from: "old", label: "percent(25)")
        flag: String @override(from: "old", label: "pilot") }`,
      resolvers: { Ship: { __resolveReference: (ref: object) => ref, name: () => 'new', flag: () => 'new' } },
    },
  });

describe('@override with a label', () => {
  it.each([
    [0, 'new'],
    [24.9, 'new'],
    [25, 'old'],
    [100, 'old'],
    [undefined, 'old'],
  ])('percent(25), drawn %s, takes the field from %s', async (percentage, from) => {
    const result = await createGraph().run('{ ship { name } }', { overrides: { percentage } });
    expect(result).toEqual({ data: { ship: { name: from } } });
  });

  it('takes the field from its new owner where the label holds', async () => {
    const { run } = createGraph();
    const pilot = { overrides: { labels: new Set(['pilot', 'unknown']) } };
    expect((await run('{ ship { flag name } }', pilot)).data).toEqual({ ship: { flag: 'new', name: 'old' } });
    expect((await run('{ ship { flag } }')).data).toEqual({ ship: { flag: 'old' } });
  });
});
