import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import type { TestSubgraph } from '../testGraph';
import type { World, WorldObject } from './createWorld';

type TypeNode =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;
type Resolve = (source: WorldObject, args: unknown, context: unknown, info: unknown) => unknown;

const rootNames = new Set(['Query', 'Mutation']);

/**
 * Resolvers of one subgraph of the world. They are strict: an external field is given only where the representation
 * brought it (or something in the subgraph is provided), and a field with `@requires` only with what it requires.
 */
export function toWorldResolvers(sdl: string, world: World): NonNullable<TestSubgraph['resolvers']> {
  const provides = sdl.includes('@provides');
  const resolvers: Record<string, Record<string, unknown>> = {};
  const isType = (kind: string) =>
    kind === Kind.OBJECT_TYPE_DEFINITION ||
    kind === Kind.OBJECT_TYPE_EXTENSION ||
    kind === Kind.INTERFACE_TYPE_DEFINITION ||
    kind === Kind.INTERFACE_TYPE_EXTENSION;
  for (const node of parse(sdl).definitions) {
    if (!isType(node.kind)) continue;
    const type = node as TypeNode;
    const isInterface = node.kind.startsWith('Interface');
    const own = (resolvers[type.name.value] ??= {});
    if (hasKey(type)) own.__resolveReference = (ref: WorldObject) => findEntity(ref, world, isInterface);
    if (isInterface) {
      own.__resolveType = ({ __actual, __typename }: WorldObject) => __actual ?? __typename;
      continue;
    }
    for (const field of type.fields ?? []) {
      own[field.name.value] = rootNames.has(type.name.value)
        ? resolveRoot(type.name.value, field.name.value, world)
        : resolveField(type, field, provides);
    }
  }
  for (const [name, fields] of Object.entries(resolvers))
    if (Object.keys(fields).length === 0) delete resolvers[name];
  return resolvers as NonNullable<TestSubgraph['resolvers']>;
}

function resolveRoot(typeName: string, name: string, { query, mutation }: World): Resolve {
  const root = (typeName === 'Query' ? query : mutation) ?? {};
  return (_source, args, context, info) => readMember(root, name, args, context, info);
}

function resolveField(type: TypeNode, field: FieldDefinitionNode, provides: boolean): Resolve {
  const name = field.name.value;
  const isExternal = [field, type].some((node) => directiveOf(node, 'external')) && !isKey(type, name);
  const required = namesIn(directiveOf(field, 'requires'));
  return (source, args, context, info) => {
    const missing = required.find((one) => !Object.hasOwn(source, one) || !('__given' in source));
    if (missing) throw new Error(`${type.name.value}.${name} was asked for without ${missing}`);
    if (isExternal && !provides && !('__given' in source)) {
      throw new Error(`${type.name.value}.${name} is not this subgraph's to give`);
    }
    return readMember(source, name, args, context, info);
  };
}

function readMember(
  source: WorldObject,
  name: string,
  args: unknown,
  context: unknown,
  info: unknown,
): unknown {
  const member = source[name];
  return typeof member === 'function' ? (member.call(source, args, context, info) as unknown) : member;
}

/** The object that the representation means, with what it brought in place of the object's own members. */
function findEntity(ref: WorldObject, world: World, isInterface: boolean): WorldObject | null {
  const { __typename: typeName = '', ...given } = ref;
  const found = (world.entities ?? []).find(
    (entity) => isNamed(entity, typeName, world) && agrees(entity, given, typeName, world),
  );
  if (!found) return null;
  const view = Object.create(found) as Record<string, unknown>;
  Object.assign(view, given, { __given: true, __actual: found.__typename });
  view.__typename = isInterface ? found.__typename : typeName;
  return view as WorldObject;
}

/** By its own type, or by an interface of it that some subgraph declares. */
function isNamed(entity: WorldObject, typeName: string, { subgraphs }: World): boolean {
  if (entity.__typename === typeName) return true;
  const header = new RegExp(`type ${entity.__typename}\\b[^{]*\\bimplements\\b[^{]*\\b${typeName}\\b`);
  return Object.values(subgraphs).some((sdl) => header.test(sdl));
}

/** Whether what the representation gives of any key is the entity's. */
function agrees(
  entity: WorldObject,
  given: Record<string, unknown>,
  typeName: string,
  { subgraphs }: World,
): boolean {
  const keys = Object.values(subgraphs).flatMap((sdl) => keyNames(sdl, typeName));
  const used = Object.keys(given).filter((name) => keys.includes(name));
  return used.length > 0 && used.every((name) => isPart(given[name], entity[name]));
}

function isPart(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((item, index) => isPart(item, whole[index]));
  if (typeof part !== 'object' || part === null) return String(part) === String(whole);
  return Object.entries(part).every(([name, value]) =>
    isPart(value, (whole as Record<string, unknown>)?.[name]),
  );
}

function keyNames(sdl: string, typeName: string): string[] {
  return parse(sdl).definitions.flatMap((node) =>
    'name' in node && node.name?.value === typeName && 'directives' in node
      ? (node.directives ?? [])
          .filter(({ name }) => name.value === 'key')
          .flatMap((directive) => namesIn(directive as ConstDirectiveNode))
      : [],
  );
}

const hasKey = (type: TypeNode) => type.directives?.some(({ name }) => name.value === 'key') ?? false;
const isKey = (type: TypeNode, field: string) =>
  type.directives?.some((one) => one.name.value === 'key' && namesIn(one).includes(field)) ?? false;
const directiveOf = (node: TypeNode | FieldDefinitionNode, name: string) =>
  node.directives?.find((directive) => directive.name.value === name);

/** The outermost names of a field set. */
function namesIn(directive: ConstDirectiveNode | undefined): string[] {
  const fields = directive?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  if (fields?.kind !== Kind.STRING) return [];
  const [document] = parse(`{ ${fields.value} }`).definitions;
  return document?.kind === Kind.OPERATION_DEFINITION
    ? document.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
    : [];
}
