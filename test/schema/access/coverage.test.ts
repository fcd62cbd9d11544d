import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type ConstDirectiveNode } from 'graphql';
import { rowOfField } from '../../../schema/access/rowOfField';

const supergraph = join(__dirname, '../../../schema/supergraph.graphql');

function isHidden(node: { readonly directives?: readonly ConstDirectiveNode[] }): boolean {
  return node.directives?.some((directive) => directive.name.value === 'inaccessible') ?? false;
}

function publicFields(sdl: string): string[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || isHidden(definition)) return [];
    const fields = definition.fields?.filter((field) => !isHidden(field)) ?? [];
    return fields.map((field) => `${definition.name.value}.${field.name.value}`);
  });
}

test('a hidden field is not public', () => {
  const sdl = 'directive @inaccessible on FIELD_DEFINITION type Child { id: ID! facts: ID @inaccessible }';
  expect(publicFields(sdl)).toEqual(['Child.id']);
});

test('fields.json says of every public field of the composed graph how it is judged', () => {
  const unjudged = publicFields(readFileSync(supergraph, 'utf8')).filter(
    (coordinate) => rowOfField(coordinate) === null,
  );
  expect(unjudged).toEqual([]);
});
