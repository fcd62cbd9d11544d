import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';
import { parseValid } from '../testGraph';

/** A number below `of`. */
export type Next = (of: number) => number;

export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const variables = { t: true, f: false, id: 'abc' };
const types = { t: 'Boolean!', f: 'Boolean!', id: 'ID!' };
const conditions = [
  '',
  '',
  '',
  '',
  ' @include(if: $t)',
  ' @skip(if: $t)',
  ' @include(if: $f)',
  ' @skip(if: $f)',
];

/** A valid query with aliases, fragments and conditions; undefined when the numbers give one that is not valid. */
export function createRandomOperation(
  schema: GraphQLSchema,
  next: Next,
  ids: readonly string[],
): RandomOperation | undefined {
  const body = writeSelections(schema.getQueryType() as GraphQLCompositeType, { schema, next, ids }, 4);
  const declared = Object.entries(types).filter(([name]) => new RegExp(`\\$${name}\\b`).test(body));
  const header = declared.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const query = `query ${header && `(${header})`} ${body}`;
  try {
    parseValid(schema, query);
  } catch (error) {
    if (/is never used|conflict/.test(String(error))) return undefined;
    throw error;
  }
  return { query, variables };
}

interface Scope {
  readonly schema: GraphQLSchema;
  readonly next: Next;
  readonly ids: readonly string[];
}

function writeSelections(type: GraphQLCompositeType, scope: Scope, depth: number): string {
  const parts: string[] = [];
  for (let left = 1 + scope.next(4); left > 0; left--) parts.push(writeSelection(type, scope, depth));
  return `{ ${parts.join(' ')} }`;
}

function writeSelection(type: GraphQLCompositeType, scope: Scope, depth: number): string {
  const { next, schema } = scope;
  const condition = conditions[next(conditions.length)] ?? '';
  const fields = isAbstractType(type) && !isInterfaceType(type) ? [] : Object.values(type.getFields());
  if (depth > 0 && (fields.length === 0 || next(5) === 0)) {
    const targets = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    const target = targets[next(targets.length)] ?? type;
    return `... on ${target.name}${condition} ${writeSelections(target, scope, depth - 1)}`;
  }
  if (fields.length === 0 || next(9) === 0) return `__typename${condition}`;
  return writeField(fields, scope, depth, condition);
}

function writeField(
  fields: GraphQLField<unknown, unknown>[],
  scope: Scope,
  depth: number,
  condition: string,
): string {
  const { next, ids } = scope;
  const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const from = depth <= 0 && leaves.length > 0 ? leaves : fields;
  const field = from[next(from.length)] as GraphQLField<unknown, unknown>;
  const inner = getNamedType(field.type);
  const args =
    field.args.length > 0 ? `(id: ${[...ids.map((id) => `"${id}"`), '$id'][next(ids.length + 1)]})` : '';
  const alias = next(4) === 0 ? `${['x', 'id', 'name', 'y'][next(4)]}: ` : '';
  const selections = isCompositeType(inner) ? ` ${writeSelections(inner, scope, depth - 1)}` : '';
  return `${alias}${field.name}${args}${condition}${selections}`;
}
