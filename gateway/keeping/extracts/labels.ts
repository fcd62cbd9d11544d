import { Kind, parse, type ObjectTypeDefinitionNode, type StringValueNode } from 'graphql';
import type { Text } from '../../../schema/protocol/text';

export interface Labels {
  /** @param field `Type.field` or `table.column` */
  of(field: string): Text;
  ofType(type: string): Text;
}

/** What fields are called, from the descriptions of the printed graph: English with the Swedish term in parentheses. */
export function readLabels(sdl: string): Labels {
  const types = parse(sdl).definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  const texts = new Map<string, Text>([['child.identity', identity]]);
  for (const { name, description, fields = [] } of types) {
    note(texts, name.value, description);
    for (const field of fields) note(texts, `${name.value}.${field.name.value}`, field.description);
  }
  const of = (name: string): Text => texts.get(name) ?? plain(name);
  return { of, ofType: of };
}

const identity: Text = {
  sv: 'Identitet, som myndigheten känner den',
  en: 'Identity, as the agency knows it',
};

function note(texts: Map<string, Text>, name: string, description: StringValueNode | undefined): void {
  if (description) texts.set(name, toText(description.value));
}

function toText(description: string): Text {
  const text = description.replace(/\s+/g, ' ').trim();
  const [, en, sv] = /^(.*)\(([^()]+)\)[.]?$/.exec(text) ?? [];
  if (en === undefined || sv === undefined) return { sv: text, en: text };
  return { sv: `${sv[0]!.toUpperCase()}${sv.slice(1)}`, en: en.trim().replace(/[.]$/, '') };
}

function plain(name: string): Text {
  const words = name.split('.').at(-1)!.replaceAll('_', ' ');
  return { sv: words, en: words };
}
