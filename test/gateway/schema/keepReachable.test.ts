import { Kind, parse, print } from 'graphql';
import { keepReachable } from '../../../gateway/schema/keepReachable';

const kept = (sdl: string): string =>
  print({ kind: Kind.DOCUMENT, definitions: keepReachable(parse(sdl).definitions) }).replace(/\s+/g, ' ');

test('types that no root leads to go, those behind arguments, interfaces and unions stay', () => {
  const sdl = `
    type Query { a(input: In): Named  b: Either }
    input In { kind: Kind }
    enum Kind { X }
    interface Named { name: String }
    type One implements Named { name: String  more: Scale }
    scalar Scale
    type Left { id: ID }
    union Either = Left
    type Lost { id: ID  other: Gone }
    scalar Gone`;
  const text = kept(sdl);
  for (const name of ['In', 'Kind', 'Named', 'One', 'Scale', 'Left', 'Either']) expect(text).toContain(name);
  expect(text).not.toMatch(/Lost|Gone/);
});

test('a type that has lost all its fields takes with it the fields that lead to it, and so on', () => {
  const query = parse('type Query { a: A  b: Int }').definitions;
  const [a, b] = parse('type A { b: B } type B { c: Int }').definitions;
  const empty = { ...b!, fields: [] };
  const definitions = keepReachable([...query, a!, empty as typeof b & object]);
  expect(print({ kind: Kind.DOCUMENT, definitions })).toBe('type Query {\n  b: Int\n}');
});
