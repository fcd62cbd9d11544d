import { parse } from 'graphql';
import type { FieldGuard } from '../../../gateway/engine/guard';
import { createTestGraph, errorPaths, type RunArguments } from './testGraph';

const graph = (options: Parameters<typeof createTestGraph>[1] = {}) =>
  createTestGraph(
    {
      a: {
        sdl: `
        type Query { child(id: ID!): Child nodes: [Node!]! pick: Pick stats: Int! }
        type Mutation { close(id: ID!): Child }
        interface Node { id: ID! note: String }
        union Pick = Child | Other
        type Child implements Node @key(fields: "id") { id: ID! note: String names: [NameClaim!] friend: Child }
        type Other implements Node @key(fields: "id") { id: ID! note: String }
        type NameClaim { given: String family: String! }`,
        resolvers: {
          Query: {
            child: (_: unknown, { id }: { id: string }) => ({ id }),
            nodes: () => [
              { __typename: 'Child', id: '1', note: 'child note' },
              { __typename: 'Other', id: '2', note: 'other note' },
            ],
            pick: () => ({ __typename: 'Child', id: '7' }),
            stats: () => 1,
          },
          Mutation: { close: () => ({ id: '1' }) },
          Child: {
            names: () => [{ given: 'G', family: 'F' }],
            friend: ({ id }: { id: string }) => ({ id: `${id}f` }),
          },
        },
      },
      police: {
        sdl: `type Child @key(fields: "id") { id: ID! report: String alert: Boolean! }`,
        resolvers: {
          Child: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            report: () => 'a report',
            alert: () => true,
          },
        },
      },
    },
    options,
  );

const refusing = (...coordinates: string[]): FieldGuard => ({
  key: coordinates.join(),
  refuse: (typeName, fieldName) =>
    coordinates.includes(`${typeName}.${fieldName}`)
      ? { message: `${fieldName} is secret`, extensions: { code: 'SECRECY' } }
      : null,
});

describe('a field guard', () => {
  it('refuses a field at every place without asking its subgraph', async () => {
    const { run, callsTo } = graph();
    const query = '{ child(id: 1) { id r: report friend { report names { given } } } }';
    const result = await run(query, { guard: refusing('Child.report') });
    expect(result.data).toEqual({
      child: { id: '1', r: null, friend: { report: null, names: [{ given: 'G' }] } },
    });
    expect(result.errors).toEqual([
      { message: 'report is secret', path: ['child', 'r'], extensions: { code: 'SECRECY' } },
      { message: 'report is secret', path: ['child', 'friend', 'report'], extensions: { code: 'SECRECY' } },
    ]);
    expect(callsTo('police')).toHaveLength(0);
  });

  it('takes what may not be null with it', async () => {
    const result = await graph().run('{ child(id: 1) { alert id } }', { guard: refusing('Child.alert') });
    expect(result).toMatchObject({ data: { child: null }, errors: [{ path: ['child', 'alert'] }] });
  });

  it('leaves nothing to ask when everything is refused', async () => {
    const { run, calls } = graph();
    const query =
      'query ($id: ID!) { child(id: $id) { id ...F } ...Q } fragment F on Child { report } fragment Q on Query { stats }';
    const result = await run(query, { guard: refusing('Query.child', 'Query.stats'), variables: { id: 1 } });
    expect(result.data).toBeNull();
    expect(errorPaths(result)).toEqual(['child', 'stats']);
    expect(calls).toHaveLength(0);
  });

  it('still asks whether an object is there when its whole selection is refused', async () => {
    const { run, calls } = graph();
    const guard = refusing('Child.names', 'Child.report');
    const result = await run('{ child(id: 1) { names { given } ... { report } } }', { guard });
    expect(result.data).toEqual({ child: { names: null, report: null } });
    expect(calls.map(({ query }) => query)).toEqual(['{child(id: 1){__typename}}']);
  });

  it('may refuse a field of an interface for one type only, or for all', async () => {
    const one = graph();
    const query = '{ nodes { id note } }';
    const result = await one.run(query, { guard: refusing('Child.note') });
    expect(result.data).toEqual({
      nodes: [
        { id: '1', note: null },
        { id: '2', note: 'other note' },
      ],
    });
    expect(errorPaths(result)).toEqual(['nodes.0.note']);
    expect(one.calls[0]?.query).not.toMatch(/Child\s*\{[^}]*note/);
    const all = await one.run(query, { guard: refusing('Node.note') });
    expect(errorPaths(all)).toEqual(['nodes.0.note', 'nodes.1.note']);
  });

  it('refuses nothing that the variables leave out', async () => {
    const query = 'query ($s: Boolean!) { child(id: 1) { id report @skip(if: $s) } }';
    const guard = refusing('Child.report');
    expect(await graph().run(query, { guard, variables: { s: true } })).toEqual({
      data: { child: { id: '1' } },
    });
    expect((await graph().run(query, { guard, variables: { s: false } })).errors).toHaveLength(1);
  });

  it('keeps compilations of different guards apart, and finds the same one again', () => {
    const { engine } = graph();
    const document = () => parse('query Q { c: child(id: 1) { report } }');
    const open = engine.compile(document(), 'Q');
    const closed = engine.compile(document(), 'Q', refusing('Child.report'));
    expect(engine.compile(document(), 'Q', refusing('Child.report'))).toBe(closed);
    expect(engine.compile(document(), 'Q')).toBe(open);
    expect(open).toMatchObject({
      kind: 'query',
      operationName: 'Q',
      subgraphs: ['a', 'police'],
      rootFields: ['child'],
    });
    expect(open.fieldCoordinates).toEqual(new Set(['Query.child', 'Child.report']));
    expect(closed).toMatchObject({ subgraphs: ['a'], refused: [{ coordinate: 'Child.report' }] });
  });
});

describe('an entity observer', () => {
  const observe = { typeName: 'Child', key: 'id' };
  const observed = async (query: string, args: RunArguments = {}, policeDown = false) => {
    const { run, replace } = graph({ observe });
    const down = () => Promise.reject(new Error('down'));
    if (policeDown) replace('police', down);
    const reports: Record<string, Record<string, string[]>> = {};
    const result = await run(query, {
      ...args,
      observe: (key, { given, empty, refused }) => {
        reports[key] = { given: [...given].sort(), empty: [...empty].sort(), refused: [...refused].sort() };
      },
    });
    return { result, reports };
  };

  it('is told what was given, empty and refused, by entity, without the client asking for the key', async () => {
    const { result, reports } = await observed(
      '{ child(id: 1) { names { given } note report friend { note } } }',
      {
        guard: refusing('Child.report'),
      },
    );
    expect(result.data).toEqual({
      child: { names: [{ given: 'G' }], note: null, report: null, friend: { note: null } },
    });
    expect(reports).toEqual({
      '1': {
        given: ['Child.friend', 'Child.names', 'NameClaim.given'],
        empty: ['Child.note'],
        refused: ['Child.report'],
      },
      '1f': { given: [], empty: ['Child.note'], refused: [] },
    });
  });

  it('sees entities behind unions and interfaces', async () => {
    const { result, reports } = await observed('{ pick { __typename } nodes { note } }');
    expect(result.data).toEqual({
      pick: { __typename: 'Child' },
      nodes: [{ note: 'child note' }, { note: 'other note' }],
    });
    expect(Object.keys(reports).sort()).toEqual(['1', '7']);
    expect(reports['1']).toEqual({ given: ['Child.note'], empty: [], refused: [] });
  });

  it('is not told that something was given when null propagation took it away', async () => {
    const { result, reports } = await observed(
      '{ child(id: 1) { names { family } friend { names { given } alert } } }',
      {},
      true,
    );
    expect(result.data).toEqual({ child: { names: [{ family: 'F' }], friend: null } });
    expect(reports).toEqual({
      '1': { given: ['Child.names', 'NameClaim.family'], empty: [], refused: ['Child.friend'] },
      '1f': { given: [], empty: [], refused: ['Child.alert'] },
    });
  });
});
