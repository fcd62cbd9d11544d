import { cloneJson, mergeInto } from '../../../gateway/engine/merge';

const isObjectType = (name: string) => name !== 'Node';
const merged = (target: Record<string, unknown>, source: Record<string, unknown>) => {
  mergeInto(target, source, isObjectType);
  return target;
};

describe('merging an answer into the tree', () => {
  it('joins objects, and lists of the same length item by item', () => {
    expect(merged({ a: { x: 1 }, l: [{ x: 1 }, null] }, { a: { y: 2 }, l: [{ y: 2 }, { y: 3 }] })).toEqual({
      a: { x: 1, y: 2 },
      l: [{ x: 1, y: 2 }, { y: 3 }],
    });
    expect(merged({ l: [{ x: 1 }] }, { l: [{ y: 1 }, { y: 2 }] })).toEqual({ l: [{ y: 1 }, { y: 2 }] });
  });

  it('never lets a null take away what is there', () => {
    expect(merged({ a: 1, b: null }, { a: null, b: 2, c: null })).toEqual({ a: 1, b: 2, c: null });
  });

  it("keeps the object's type when another subgraph knows the interface alone", () => {
    expect(merged({ __typename: 'A' }, { __typename: 'Node' })).toEqual({ __typename: 'A' });
    expect(merged({ __typename: 'Node' }, { __typename: 'A' })).toEqual({ __typename: 'A' });
  });

  it('takes names of the prototype for names like any other, but for the one that is an attack', () => {
    const target = merged({}, JSON.parse('{"constructor":{"a":1},"toString":1,"__proto__":{"polluted":1}}'));
    expect(JSON.stringify(target)).toBe('{"constructor":{"a":1},"toString":1}');
    expect(JSON.stringify(cloneJson(JSON.parse('{"a":[{"__proto__":{"p":1},"b":1}]}')))).toBe(
      '{"a":[{"b":1}]}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
