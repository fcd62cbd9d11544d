import {
  Kind,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';

const roots = ['Query', 'Mutation', 'Subscription'];
const builtIn = new Set(['Int', 'Float', 'String', 'Boolean', 'ID']);

/**
 * Leaves out what no root leads to, and before that every type without fields and the fields of such types. Directives
 * stay: they belong to nobody.
 */
export function keepReachable(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const full = dropEmpty(definitions);
  const byName = new Map(full.map((node) => [nameOf(node), node]));
  const reached = new Set<string>();
  const open = roots.filter((name) => byName.has(name));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = byName.get(name);
    if (reached.has(name) || !node) continue;
    reached.add(name);
    open.push(...leadsTo(node), ...implementedBy(name, full));
  }
  return full.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION || reached.has(nameOf(node)));
}

/** Taking one type away may leave another without fields: repeated until nothing changes. */
function dropEmpty(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  let kept = definitions.filter((node) => !isEmpty(node));
  for (;;) {
    const names = new Set([...kept.map(nameOf), ...builtIn]);
    const next = kept.map((node) => withoutLost(node, names)).filter((node) => !isEmpty(node));
    if (next.length === kept.length) return next;
    kept = next;
  }
}

function isEmpty(node: DefinitionNode): boolean {
  if (node.kind === Kind.UNION_TYPE_DEFINITION) return !node.types?.length;
  const composite = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return composite && !node.fields?.length;
}

function withoutLost(node: DefinitionNode, names: ReadonlySet<string>): DefinitionNode {
  if (node.kind === Kind.UNION_TYPE_DEFINITION) {
    return { ...node, types: node.types?.filter(({ name }) => names.has(name.value)) };
  }
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return node;
  return {
    ...node,
    fields: node.fields?.filter(({ type }) => names.has(innermost(type))),
    interfaces: node.interfaces?.filter(({ name }) => names.has(name.value)),
  };
}

function leadsTo(node: DefinitionNode): string[] {
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return (node.fields ?? []).map(ofInput);
  if (node.kind === Kind.UNION_TYPE_DEFINITION) return (node.types ?? []).map(({ name }) => name.value);
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return [...(node.fields ?? []).flatMap(ofField), ...(node.interfaces ?? []).map(({ name }) => name.value)];
}

/** An interface leads to whatever implements it. */
function implementedBy(name: string, definitions: readonly DefinitionNode[]): string[] {
  return definitions
    .filter((node) => 'interfaces' in node && node.interfaces?.some((each) => each.name.value === name))
    .map(nameOf);
}

function ofField({ type, arguments: inputs = [] }: FieldDefinitionNode): string[] {
  return [innermost(type), ...inputs.map(ofInput)];
}

function ofInput({ type }: InputValueDefinitionNode): string {
  return innermost(type);
}

function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type);
}

function nameOf(node: DefinitionNode): string {
  return 'name' in node && node.name ? node.name.value : '';
}
