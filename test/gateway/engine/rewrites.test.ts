import { readSupergraph } from '../../../gateway/engine/supergraph';
import { compileRewrites, readRenames, readTypeNameSet } from '../../../gateway/engine/rewrites';

const supergraph = readSupergraph(`
  interface Node { id: ID! }
  type A implements Node { id: ID! }
  type B implements Node { id: ID! }
  union U = A | B`);

describe('rewrites', () => {
  it('rename keys on objects of the types they are for, through lists', () => {
    const renamer = {
      KeyRenamer: {
        path: [{ Key: 'nodes' }, { TypenameEquals: ['B'] }, { Key: 'alias' }],
        renameKeyTo: 'x',
      },
    };
    const data = {
      nodes: [
        { __typename: 'A', alias: 1 },
        [{ __typename: 'B', alias: 2 }, null],
        { alias: 3 },
        { __typename: 'B' },
      ],
    };
    compileRewrites([renamer], supergraph)?.(data);
    expect(data.nodes).toEqual([
      { __typename: 'A', alias: 1 },
      [{ __typename: 'B', x: 2 }, null],
      { x: 3 },
      { __typename: 'B' },
    ]);
    expect(readRenames([renamer])).toEqual(new Map([['alias', 'x']]));
  });

  it('set values where the type or an interface of it is meant', () => {
    const setter = {
      ValueSetter: { path: [{ TypenameEquals: ['Node'] }, { Key: '__typename' }], setValueTo: 'Node' },
    };
    const flat = { kind: 'ValueSetter' as const, ...setter.ValueSetter };
    for (const rewrite of [setter, flat]) {
      const representation = { __typename: 'A', id: '1' };
      compileRewrites([rewrite], supergraph)?.(representation);
      expect(representation).toEqual({ __typename: 'Node', id: '1' });
      expect(readTypeNameSet([rewrite])).toEqual(['Node']);
    }
    const other = { __typename: 'C' };
    compileRewrites([setter], supergraph)?.(other);
    expect(other.__typename).toBe('C');
  });

  it('are absent when there are none', () => {
    expect(compileRewrites(null, supergraph)).toBeUndefined();
    expect(compileRewrites([], supergraph)).toBeUndefined();
  });
});
