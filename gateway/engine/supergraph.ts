import {
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type SelectionSetNode,
  type OperationDefinitionNode,
} from 'graphql';

/** What execution must know of the composed supergraph, `@inaccessible` parts included. */
export interface Supergraph {
  readonly document: DocumentNode;
  /** Subgraph name as composed -> its address, when it has one. */
  readonly urls: ReadonlyMap<string, string | undefined>;
  readonly hasInterfaceObjects: boolean;
  /** Whether some `@requires` names a field with arguments. */
  readonly hasRequiredArguments: boolean;
  isObjectType(typeName: string): boolean;
  /** Whether an object (or interface object) of the type stands where the other type is expected. */
  isSubType(typeName: string, expected: string): boolean;
  /** The object types behind an interface, a union or an object type. */
  possibleTypes(typeName: string): ReadonlySet<string>;
  /** Whether some `@requires` names a field so; it may bring it with arguments of its own. */
  isRequired(fieldName: string): boolean;
  /** Whether the type's own field has a `@requires`, in some subgraph. */
  requires(typeName: string, fieldName: string): boolean;
  /** What the type's own field requires in a subgraph. */
  requiredBy(subgraph: string, typeName: string, fieldName: string): SelectionSetNode | undefined;
  /** Whether some field of the name has different types in different subgraphs. */
  varies(fieldName: string): boolean;
  /** The type of a field as the supergraph has it, such as `[Int!]`. */
  fieldType(typeName: string, fieldName: string): string | undefined;
  /** The `@key` field sets of a type in a subgraph. */
  keys(subgraph: string, typeName: string): readonly SelectionSetNode[];
}

/** Reads a Federation v2 supergraph (the join specification's directives). */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const { definitions } = document;
  const graphs = readGraphs(definitions);
  const possible = readPossibleTypes(definitions);
  const keys = readKeys(definitions, graphs);
  const fieldTypes = readFieldTypes(definitions);
  const objects = new Set(
    definitions.flatMap((node) => (node.kind === 'ObjectTypeDefinition' ? [node.name.value] : [])),
  );
  const requires = readRequires(definitions, graphs);
  const required = new Set(
    [...requires.values()].flatMap((bySubgraph) => [...bySubgraph.values()].flatMap(namesWithin)),
  );
  const varying = readVarying(definitions);
  const none: ReadonlySet<string> = new Set();
  const possibleTypes = (typeName: string) => possible.get(typeName) ?? none;
  return {
    document,
    urls: new Map([...graphs.values()].map(({ name, url }) => [name, url])),
    hasRequiredArguments: [...requires.values()].some((bySubgraph) =>
      [...bySubgraph.values()].some((fields) => print(fields).includes('(')),
    ),
    hasInterfaceObjects: readHasInterfaceObjects(definitions),
    isObjectType: (typeName) => objects.has(typeName),
    isSubType: (typeName, expected) => typeName === expected || possibleTypes(expected).has(typeName),
    possibleTypes,
    isRequired: (fieldName) => required.has(fieldName),
    requires: (typeName, fieldName) => requires.has(`${typeName}.${fieldName}`),
    requiredBy: (subgraph, typeName, fieldName) => requires.get(`${typeName}.${fieldName}`)?.get(subgraph),
    varies: (fieldName) => varying.has(fieldName),
    fieldType: (typeName, fieldName) => fieldTypes.get(`${typeName}.${fieldName}`),
    keys: (subgraph, typeName) => keys.get(`${subgraph}/${typeName}`) ?? [],
  };
}

interface JoinGraph {
  readonly name: string;
  readonly url: string | undefined;
}

function readGraphs(definitions: readonly DefinitionNode[]): Map<string, JoinGraph> {
  const graphs = new Map<string, JoinGraph>();
  for (const node of definitions) {
    if (node.kind !== 'EnumTypeDefinition' || node.name.value !== 'join__Graph') continue;
    for (const value of node.values ?? []) {
      const directive = value.directives?.find(({ name }) => name.value === 'join__graph');
      const name = directive && readArgument(directive, 'name');
      if (name) graphs.set(value.name.value, { name, url: readArgument(directive, 'url') || undefined });
    }
  }
  return graphs;
}

function readPossibleTypes(definitions: readonly DefinitionNode[]): Map<string, Set<string>> {
  const possible = new Map<string, Set<string>>();
  const add = (abstract: string, object: string) => {
    const set = possible.get(abstract) ?? new Set();
    possible.set(abstract, set.add(object));
  };
  for (const node of definitions) {
    if (node.kind === 'ObjectTypeDefinition') {
      add(node.name.value, node.name.value);
      for (const { name } of node.interfaces ?? []) add(name.value, node.name.value);
    }
    if (node.kind === 'UnionTypeDefinition')
      for (const { name } of node.types ?? []) add(node.name.value, name.value);
  }
  return possible;
}

function readKeys(
  definitions: readonly DefinitionNode[],
  graphs: ReadonlyMap<string, JoinGraph>,
): Map<string, SelectionSetNode[]> {
  const keys = new Map<string, SelectionSetNode[]>();
  for (const node of definitions) {
    if (node.kind !== 'ObjectTypeDefinition' && node.kind !== 'InterfaceTypeDefinition') continue;
    for (const directive of node.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const graph = graphs.get(readArgument(directive, 'graph') ?? '');
      const key = readArgument(directive, 'key');
      if (!graph || !key) continue;
      const place = `${graph.name}/${node.name.value}`;
      keys.set(place, [...(keys.get(place) ?? []), parseFieldSet(key)]);
    }
  }
  return keys;
}

function readHasInterfaceObjects(definitions: readonly DefinitionNode[]): boolean {
  return definitions.some(
    (node) =>
      node.kind === 'InterfaceTypeDefinition' &&
      node.directives?.some((one) =>
        one.arguments?.some(
          ({ name, value }) =>
            name.value === 'isInterfaceObject' && value.kind === 'BooleanValue' && value.value,
        ),
      ),
  );
}

function readFieldTypes(definitions: readonly DefinitionNode[]): Map<string, string> {
  const types = new Map<string, string>();
  for (const node of definitions) {
    if (node.kind !== 'ObjectTypeDefinition' && node.kind !== 'InterfaceTypeDefinition') continue;
    for (const { name, type } of node.fields ?? [])
      types.set(`${node.name.value}.${name.value}`, print(type));
  }
  return types;
}

/** The field sets of `requires`, by the field that has them and by subgraph. */
function readRequires(
  definitions: readonly DefinitionNode[],
  graphs: ReadonlyMap<string, JoinGraph>,
): Map<string, Map<string, SelectionSetNode>> {
  const requires = new Map<string, Map<string, SelectionSetNode>>();
  eachJoinField(definitions, (coordinate, directive) => {
    const fields = readArgument(directive, 'requires');
    const graph = graphs.get(readArgument(directive, 'graph') ?? '');
    if (!fields || !graph) return;
    const bySubgraph = requires.get(coordinate) ?? new Map<string, SelectionSetNode>();
    requires.set(coordinate, bySubgraph.set(graph.name, parseFieldSet(fields)));
  });
  return requires;
}

/** The composition tells a field's type in a subgraph where it is not the same everywhere. */
function readVarying(definitions: readonly DefinitionNode[]): Set<string> {
  const varying = new Set<string>();
  eachJoinField(definitions, (coordinate, directive) => {
    if (readArgument(directive, 'type') !== undefined) varying.add(coordinate.replace(/^.*\./, ''));
  });
  return varying;
}

function eachJoinField(
  definitions: readonly DefinitionNode[],
  visit: (coordinate: string, directive: ConstDirectiveNode) => void,
): void {
  for (const node of definitions) {
    if (node.kind !== 'ObjectTypeDefinition' && node.kind !== 'InterfaceTypeDefinition') continue;
    for (const field of node.fields ?? []) {
      for (const directive of field.directives ?? [])
        if (directive.name.value === 'join__field')
          visit(`${node.name.value}.${field.name.value}`, directive);
    }
  }
}

const namesWithin = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((one) => [
    ...(one.kind === 'Field' ? [one.name.value] : []),
    ...('selectionSet' in one && one.selectionSet ? namesWithin(one.selectionSet) : []),
  ]);

/** A text or an enum value among the arguments. */
export function readArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === 'StringValue' || value?.kind === 'EnumValue' ? value.value : undefined;
}

/** The selections of a `FieldSet`, as in `@key(fields:)`. */
export const parseFieldSet = (fields: string): SelectionSetNode =>
  (parse(`{${fields}}`, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
