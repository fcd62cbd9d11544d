import type { EngineCaller } from '../../../../gateway/engine/authorisation/caller';
import { createTestGraph, errorPaths, parseValid } from '../testGraph';

const boat = {
  __typename: 'Boat',
  id: 'b1',
  name: 'Ellida',
  cargo: 'coal',
  crew: 4,
  state: 'AFLOAT',
  log: 'l',
};
const reef = { __typename: 'Reef', id: 'r1', depth: 2 };

const createHarbour = () =>
  createTestGraph({
    quay: {
      sdl: `type Query { boat: Boat things: [Thing!] must: Boat! secretRoot: String @authenticated hidden: Reef any: [Any] }
        union Any = Boat | Reef
        interface Thing { id: ID! }
        type Boat implements Thing @key(fields: "id") { id: ID! name: String cargo: String @requiresScopes(scopes: [["cargo:read", "boat:read"], ["admin"]]) state: State when: Stamp }
        type Reef implements Thing @authenticated { id: ID! depth: Int }
        enum State @policy(policies: [["officer"]]) { AFLOAT SUNK }
        scalar Stamp @requiresScopes(scopes: [["time"]])`,
      resolvers: {
        Query: {
          boat: () => boat,
          things: () => [boat, reef],
          must: () => boat,
          secretRoot: () => 's',
          hidden: () => reef,
          any: () => [boat, reef],
        },
      },
    },
    crew: {
      sdl: `type Boat @key(fields: "id") { id: ID! crew: Int! @authenticated log: String @policy(policies: [["officer"], ["owner", "aboard"]]) }`,
      resolvers: { Boat: { __resolveReference: () => boat } },
    },
  });

const caller = (scopes: string[] = [], policies: string[] = []): EngineCaller => ({
  authenticated: true,
  scopes: new Set(scopes),
  policies: new Set(policies),
});
const refused = {
  message: 'Unauthorized field or type.',
  extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
};

describe('@authenticated, @requiresScopes and @policy', () => {
  it('give null and an error for a field, and nobody is asked for it', async () => {
    const { run, calls } = createHarbour();
    const result = await run('{ boat { name log } secretRoot }');
    expect(result).toEqual({
      data: { boat: { name: 'Ellida', log: null }, secretRoot: null },
      errors: [
        { ...refused, path: ['boat', 'log'] },
        { ...refused, path: ['secretRoot'] },
      ],
    });
    expect(calls.map(({ subgraph, query }) => [subgraph, /secretRoot|log/.test(query)])).toEqual([
      ['quay', false],
    ]);
  });

  it('give a caller with what is required everything', async () => {
    const { run } = createHarbour();
    const officer = caller(['admin', 'time'], ['officer']);
    const result = await run(
      '{ boat { name cargo crew log state when } secretRoot things { __typename id } }',
      { caller: officer },
    );
    expect(result.errors).toBeUndefined();
    expect(result.data).toMatchObject({
      boat: { cargo: 'coal', crew: 4, state: 'AFLOAT' },
      things: [{ id: 'b1' }, { id: 'r1' }],
    });
  });

  it.each([
    [[], [], null, null],
    [['cargo:read'], ['owner'], null, null],
    [['cargo:read', 'boat:read'], ['owner', 'aboard'], 'coal', 'l'],
    [['admin'], ['officer'], 'coal', 'l'],
  ])('want one alternative whole: scopes %j and policies %j', async (scopes, policies, cargo, log) => {
    const result = await createHarbour().run('{ boat { cargo log } }', { caller: caller(scopes, policies) });
    expect(result.data).toEqual({ boat: { cargo, log } });
  });

  it('on an enum or a scalar stand for every field of the type', async () => {
    const result = await createHarbour().run('{ boat { state when name } }', { caller: caller() });
    expect(result.data).toEqual({ boat: { state: null, when: null, name: 'Ellida' } });
    expect(errorPaths(result)).toEqual(['boat.state', 'boat.when']);
  });

  it('on an object stand for fields that give it, and for the object behind a union, its name too', async () => {
    const { run } = createHarbour();
    expect(await run('{ hidden { __typename depth } }')).toEqual({
      data: { hidden: null },
      errors: [{ ...refused, path: ['hidden'] }],
    });
    // Composition has put the requirement of the object type on the interface.
    expect((await run('{ things { id } }')).data).toEqual({ things: null });
    const named = await run('{ any { __typename ... on Boat { name } } }');
    expect(named).toEqual({
      data: { any: [{ __typename: 'Boat', name: 'Ellida' }, null] },
      errors: [{ ...refused, path: ['any', 1, '__typename'] }],
    });
    expect((await run('{ any { ... on Reef { id } } }')).data).toEqual({ any: [{}, null] });
  });

  it('send the null of a field that may not be null up', async () => {
    expect(await createHarbour().run('{ must { crew } boat { crew } }')).toMatchObject({ data: null });
    const result = await createHarbour().run('{ boat { name crew } }');
    expect(result.data).toEqual({ boat: null });
    expect(errorPaths(result)).toEqual(['boat.crew']);
  });

  it('share a compilation between callers who hold the same of what is required', () => {
    const { engine } = createHarbour();
    const document = parseValid(engine.schema, '{ boat { cargo } }');
    const compile = (who: EngineCaller) => engine.compile(document, undefined, undefined, { caller: who });
    expect(compile(caller(['admin', 'x']))).toBe(compile(caller(['y', 'admin'])));
    expect(compile(caller(['admin']))).not.toBe(compile(caller(['x'])));
  });

  it('add to a guard and take nothing from it', async () => {
    const guard = {
      key: 'g',
      refuse: (type: string, field: string) =>
        `${type}.${field}` === 'Boat.name' ? { message: 'no name', extensions: { code: 'SECRECY' } } : null,
    };
    const result = await createHarbour().run('{ boat { name cargo } }', { guard, caller: caller() });
    expect(result.errors?.map(({ extensions }) => extensions?.code).sort()).toEqual([
      'SECRECY',
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
  });
});
