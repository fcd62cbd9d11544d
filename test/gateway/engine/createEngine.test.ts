import { GraphQLError, parse, printSchema } from 'graphql';
import { createEngine } from '../../../gateway/engine/createEngine';
import { PlanningFailed } from '../../../gateway/engine/planningFailed';
import { composeTestGraph, createTestGraph } from './testGraph';

const sdl = `
  "The root."
  type Query { "An x." x(a: Int = 3): X @deprecated(reason: "old") }
  scalar Date @specifiedBy(url: "https://example.org/date")
  type X { on: Date hidden: Int @inaccessible kind: Kind }
  enum Kind { A B @inaccessible }`;

describe('the public schema', () => {
  it('keeps descriptions, defaults and deprecations, and hides what is inaccessible and what is the engine room', () => {
    const printed = printSchema(createTestGraph({ a: { sdl } }).engine.schema);
    expect(printed).toContain('"""An x."""');
    expect(printed).toContain('x(a: Int = 3): X @deprecated(reason: "old")');
    expect(printed).toContain('scalar Date @specifiedBy(url: "https://example.org/date")');
    expect(printed).not.toMatch(/join__|inaccessible|hidden|_entities|_service|__schema|^\s+B$/m);
  });
});

describe('compiling', () => {
  const create = (cacheSize?: number) =>
    createEngine({
      supergraphSdl: composeTestGraph({ a: { sdl } }),
      transports: () => async () => ({}),
      cacheSize,
    });

  it('is done once per text, operation and guard, for as long as the cache holds it', () => {
    const engine = create(2);
    const compile = (query: string, name?: string) => engine.compile(parse(query), name);
    const first = compile('{ x { on } }');
    expect(compile('{ x   { on } }')).toBe(first);
    const both = 'query A { x { on } } query B { x { kind } }';
    expect(compile(both, 'A')).not.toBe(compile(both, 'B'));
    expect(compile('{ x { on } }')).not.toBe(first);
  });

  it('of an operation that is not there, or one of several without a name, is refused', () => {
    const { compile } = create();
    expect(() => compile(parse('query A { x { on } }'), 'B')).toThrow(GraphQLError);
    expect(() => compile(parse('query A { x { on } } query B { x { on } }'), undefined)).toThrow(
      /operation name/,
    );
    expect(() => compile(parse('fragment F on X { on }'), undefined)).toThrow(GraphQLError);
  });

  it('of what cannot be planned names the operation and nothing else', () => {
    const { engine } = createTestGraph({
      a: { sdl: 'type Query { x: X } type X @key(fields: "id") { id: ID! p: Int s: Int }' },
      b: {
        sdl: `type X @key(fields: "id") {
          id: ID! p: Int @external
          other: X
          s: Int @override(from: "a", label: "moved") @requires(fields: "p")
        }`,
      },
    });
    const overrides = { labels: new Set(['moved']) };
    const compile = () =>
      engine.compile(parse('query Lost { x { other { s } } }'), 'Lost', undefined, { overrides });
    expect(compile).toThrow(PlanningFailed);
    expect(compile).toThrow('The operation Lost could not be planned');
  });
});
