import { parse } from 'graphql';
import { readSupergraph } from './files';

let known: ReadonlySet<string> | undefined;

/** Every `Type.field` of the composed graph. The access matrix also has rows for fields that are yet to come. */
export function publicCoordinates(): ReadonlySet<string> {
  known ??= new Set(
    parse(readSupergraph(), { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === 'ObjectTypeDefinition'
        ? (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`)
        : [],
    ),
  );
  return known;
}
