import { Kind, type ConstDirectiveNode, type ConstValueNode, type DefinitionNode } from 'graphql';
import type { EngineCaller } from './caller';

/** One directive: holds for a caller or not. */
export interface Requirement {
  /** The same text for the same requirement, wherever it stands. */
  readonly text: string;
  holds(caller: EngineCaller): boolean;
}

/** What stands on types, by name, and on fields, as `Type.field`. All requirements of a place must hold. */
export type Requirements = ReadonlyMap<string, readonly Requirement[]>;

/** Reads the authorisation directives that composition left in a supergraph. */
export function readRequirements(definitions: readonly DefinitionNode[]): Requirements {
  const requirements = new Map<string, readonly Requirement[]>();
  const read = (place: string, directives: readonly ConstDirectiveNode[] | undefined): void => {
    const found = (directives ?? []).flatMap(toRequirement);
    if (found.length > 0) requirements.set(place, found);
  };
  for (const node of definitions) {
    if (!('name' in node) || !node.name || !('directives' in node)) continue;
    if (node.kind === Kind.FRAGMENT_DEFINITION || node.kind === Kind.OPERATION_DEFINITION) continue;
    const typeName = node.name.value;
    read(typeName, node.directives);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) read(`${typeName}.${field.name.value}`, field.directives);
  }
  return requirements;
}

function toRequirement(directive: ConstDirectiveNode): Requirement[] {
  switch (directive.name.value) {
    case 'authenticated':
      return [{ text: 'authenticated', holds: ({ authenticated }) => authenticated }];
    case 'requiresScopes':
      return [requireAny('scopes', readAlternatives(directive, 'scopes'))];
    case 'policy':
      return [requireAny('policies', readAlternatives(directive, 'policies'))];
    default:
      return [];
  }
}

/** One of the alternatives must be held whole. */
function requireAny(of: 'scopes' | 'policies', alternatives: readonly (readonly string[])[]): Requirement {
  return {
    text: JSON.stringify([of, alternatives]),
    holds: (caller) => {
      const held = caller[of];
      return held !== undefined && alternatives.some((names) => names.every((name) => held.has(name)));
    },
  };
}

/** `[["a", "b"], ["c"]]`; a single value stands for a list of it, as everywhere in GraphQL. */
function readAlternatives(directive: ConstDirectiveNode, argument: string): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return toList(value).map((alternative) =>
    toList(alternative).flatMap((name) => (name.kind === Kind.STRING ? [name.value] : [])),
  );
}

const toList = (value: ConstValueNode | undefined): readonly ConstValueNode[] =>
  value === undefined ? [] : value.kind === Kind.LIST ? value.values : [value];
