import {
  buildASTSchema,
  isSpecifiedScalarType,
  parse,
  specifiedDirectives,
  specifiedScalarTypes,
  visit,
} from 'graphql';
import type { DefinitionNode, DocumentNode, GraphQLSchema, NamedTypeNode, NameNode } from 'graphql';

/**
 * Builds the public API schema from the planner's consumer schema, which spells out introspection, the built-in
 * scalars and the built-in directives: graphql-js brings its own, and two of each would not agree. It also leaves hidden
 * types among the members of a union, and types of the composition's own.
 */
export function createPublicSchema(consumerSdl: string): GraphQLSchema {
  const document = withoutAuthorisation(parse(consumerSdl, { noLocation: true }));
  const own = document.definitions.filter(isOwn);
  const names = new Set(own.flatMap((node) => ('name' in node && node.name ? [node.name.value] : [])));
  const definitions = own.map((node) => withoutHidden(withoutIntrospection(node), names));
  return buildASTSchema({ ...document, definitions });
}

const builtInScalars: ReadonlySet<string> = new Set(
  specifiedScalarTypes.filter(isSpecifiedScalarType).map(({ name }) => name),
);
const builtInDirectives: ReadonlySet<string> = new Set(specifiedDirectives.map(({ name }) => name));

/** Introspection, and what the specifications that a supergraph links define for themselves. */
const engineRoom = /^(?:__|(?:join|link|core|context|federation|requiresScopes|policy)__)/;

const authorisation: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** What a field requires of its caller is nobody's business, and its arguments are of types that are left out. */
const withoutAuthorisation = (document: DocumentNode): DocumentNode => {
  const leaveOut = ({ name }: { name: NameNode }) => (authorisation.has(name.value) ? null : undefined);
  return visit(document, { Directive: leaveOut, DirectiveDefinition: leaveOut });
};

function isOwn(node: DefinitionNode): boolean {
  if (!('name' in node) || node.name === undefined) return true;
  const name = node.name.value;
  if (node.kind === 'DirectiveDefinition') return !builtInDirectives.has(name);
  return !engineRoom.test(name) && !(node.kind === 'ScalarTypeDefinition' && builtInScalars.has(name));
}

function withoutIntrospection(node: DefinitionNode): DefinitionNode {
  if (node.kind !== 'ObjectTypeDefinition') return node;
  return { ...node, fields: node.fields?.filter(({ name }) => !name.value.startsWith('__')) };
}

function withoutHidden(node: DefinitionNode, names: ReadonlySet<string>): DefinitionNode {
  const isPublic = ({ name }: NamedTypeNode) => names.has(name.value);
  if (node.kind === 'UnionTypeDefinition') return { ...node, types: node.types?.filter(isPublic) };
  if (node.kind !== 'ObjectTypeDefinition' && node.kind !== 'InterfaceTypeDefinition') return node;
  return { ...node, interfaces: node.interfaces?.filter(isPublic) };
}
