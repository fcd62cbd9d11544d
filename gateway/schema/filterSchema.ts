import {
  Kind,
  parse,
  print,
  printSchema,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { maySelect } from '../../schema/access/maySelect';
import type { Purpose, Role } from '../../schema/protocol/vocabulary';
import { describeAccess } from './describeAccess';
import { keepReachable } from './keepReachable';

/**
 * The schema as a role sees it under a purpose, as SDL: the fields it could ever be shown or write, each with the row
 * of the access matrix that judges it, and the types that those fields lead to. What a request gets, the facts about
 * the child decide.
 */
export function filterSchema(schema: GraphQLSchema, role: Role, purpose: Purpose): string {
  const { definitions } = parse(printSchema(schema), { noLocation: true });
  const allowed = definitions.map((node) => keepAllowed(node, role, purpose));
  return `${print({ kind: Kind.DOCUMENT, definitions: keepReachable(allowed) })}\n`;
}

function keepAllowed(node: DefinitionNode, role: Role, purpose: Purpose): DefinitionNode {
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return node;
  const type = node.name.value;
  const fields = (node.fields ?? []).filter(({ name }) => maySelect(`${type}.${name.value}`, role, purpose));
  return { ...node, fields: fields.map((field) => annotate(field, `${type}.${field.name.value}`)) };
}

function annotate(field: FieldDefinitionNode, coordinate: string): FieldDefinitionNode {
  const value = [field.description?.value, describeAccess(coordinate)].filter(Boolean).join('\n');
  return { ...field, description: { kind: Kind.STRING, value, block: true } };
}
