import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { parseFieldSet, readArgument } from '../supergraph';

/** A field with a `@requires`, and how its subgraph is asked for it once all that it requires is known. */
export interface RequiringField {
  readonly typeName: string;
  readonly requires: SelectionSetNode;
  /** The keys that the subgraph takes, at least one; the most widely known first. */
  readonly keys: readonly SelectionSetNode[];
  /** The root field, and type, under which the planner sees the field without its `@requires`. */
  readonly entry: string;
}

export interface Entries {
  /** The supergraph with an entry for each type of each subgraph that has fields with a `@requires`. */
  readonly document: DocumentNode;
  find(typeName: string, fieldName: string): RequiringField | undefined;
}

/**
 * Adds entries to a supergraph. An entry is a root field that stands for an entity already in the tree: what the planner
 * finds to do below it can be done below any place where such an entity is. Nothing is `@inaccessible` any more, since
 * keys often are; whoever asks for a plan has validated the operation.
 */
export function createEntries(supergraph: DocumentNode, queryType: string): Entries {
  const fields = new Map<string, RequiringField>();
  const entries = new Map<string, Entry>();
  const prefix = freePrefix(supergraph);
  const document = visit(supergraph, {
    Directive: ({ name }) => (name.value === 'inaccessible' ? null : undefined),
  });
  for (const type of document.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const owner = readOwner(field);
      const keys = owner && readKeys(type, owner.graph);
      if (!owner || !keys || keys.length === 0) continue;
      const id = `${owner.graph}/${type.name.value}`;
      const entry = entries.get(id) ?? { name: `${prefix}${entries.size}`, graph: owner.graph, fields: [] };
      entries.set(id, entry);
      entry.fields.push({ ...field, directives: [owner.directive] });
      fields.set(`${type.name.value}.${field.name.value}`, {
        typeName: type.name.value,
        requires: owner.requires,
        keys,
        entry: entry.name,
      });
    }
  }
  return {
    document: addEntries(document, queryType, [...entries.values()]),
    find: (typeName, fieldName) => fields.get(`${typeName}.${fieldName}`),
  };
}

interface Entry {
  readonly name: string;
  readonly graph: string;
  readonly fields: FieldDefinitionNode[];
}

interface Owner {
  readonly graph: string;
  readonly requires: SelectionSetNode;
  /** The field's `@join__field` without what it requires. */
  readonly directive: ConstDirectiveNode;
}

/** Undefined when the field can be had without requiring anything, or who resolves it is not known beforehand. */
function readOwner({ directives = [] }: FieldDefinitionNode): Owner | undefined {
  const joins = directives.filter(({ name }) => name.value === 'join__field');
  const usable = joins.filter((one) => !isTrue(one, 'external') && !isTrue(one, 'usedOverridden'));
  const directive = usable[0];
  const graph = directive && readArgument(directive, 'graph');
  const fields = directive && readArgument(directive, 'requires');
  if (!graph || !fields || usable.some((one) => !readArgument(one, 'requires') || isConditional(one)))
    return undefined;
  const kept = directive.arguments?.filter(({ name }) => !['requires', 'override'].includes(name.value));
  return { graph, requires: parseFieldSet(fields), directive: { ...directive, arguments: kept } };
}

/** Whether who resolves the field, or from what, is not known before the operation. */
const isConditional = (directive: ConstDirectiveNode): boolean =>
  (directive.arguments ?? []).some(({ name }) => ['overrideLabel', 'contextArguments'].includes(name.value));

function readKeys(type: ObjectTypeDefinitionNode, graph: string): SelectionSetNode[] {
  const joins = (type.directives ?? []).filter(({ name }) => name.value === 'join__type');
  const shares = (key: string) => joins.filter((one) => readArgument(one, 'key') === key).length;
  return joins
    .filter((one) => readArgument(one, 'graph') === graph && !isFalse(one, 'resolvable'))
    .flatMap((one) => readArgument(one, 'key') ?? [])
    .sort((one, other) => shares(other) - shares(one))
    .map(parseFieldSet);
}

function addEntries(document: DocumentNode, queryType: string, entries: readonly Entry[]): DocumentNode {
  const graphs = [...new Set(entries.map(({ graph }) => graph))];
  const sdl = entries.map(({ name, graph, fields }) => {
    const body = fields.map(print).join('\n');
    return `type ${name} @join__type(graph: ${graph}) { ${body} }`;
  });
  const roots = entries.map(({ name, graph }) => `${name}: ${name} @join__field(graph: ${graph})`);
  const extend = (node: DefinitionNode): DefinitionNode => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || node.name.value !== queryType) return node;
    const known = (node.directives ?? []).map((one) => readArgument(one, 'graph'));
    const joins = graphs.filter((one) => !known.includes(one)).map((one) => `@join__type(graph: ${one})`);
    const added = parse(`type T ${joins.join(' ')} { ${roots.join('\n')} }`, { noLocation: true });
    const { directives = [], fields = [] } = added.definitions[0] as ObjectTypeDefinitionNode;
    return {
      ...node,
      directives: [...(node.directives ?? []), ...directives],
      fields: [...(node.fields ?? []), ...fields],
    };
  };
  if (entries.length === 0) return document;
  const { definitions } = parse(sdl.join('\n'), { noLocation: true });
  return { ...document, definitions: [...document.definitions.map(extend), ...definitions] };
}

function freePrefix(document: DocumentNode): string {
  const names = print(document);
  let prefix = '_Entry';
  while (names.includes(prefix)) prefix = `_${prefix}`;
  return prefix;
}

const isTrue = (directive: ConstDirectiveNode, name: string) => readFlag(directive, name) === true;
const isFalse = (directive: ConstDirectiveNode, name: string) => readFlag(directive, name) === false;

function readFlag(directive: ConstDirectiveNode, name: string): boolean | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
