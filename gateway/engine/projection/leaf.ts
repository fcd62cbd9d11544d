import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isEnumType } from 'graphql';
import type { GraphQLLeafType } from 'graphql';
import type { Execution } from '../execution';
import { addErrorHere, type Completer } from './completer';

/**
 * A scalar or an enum value. Built-in scalars are coerced as the specification says, custom ones passed through. The
 * message names no value: an enum value outside the public schema is one that must not be known.
 */
export function completeLeaf(type: GraphQLLeafType): Completer {
  if (isEnumType(type)) return completeEnum(new Set(type.getValues().map(({ name }) => name)), type.name);
  switch (type.name) {
    case GraphQLString.name:
    case GraphQLID.name:
      return (value, execution, depth) =>
        typeof value === 'string' ? value : coerce(type, value, execution, depth);
    case GraphQLBoolean.name:
      return (value, execution, depth) =>
        typeof value === 'boolean' ? value : coerce(type, value, execution, depth);
    case GraphQLInt.name:
      return (value, execution, depth) =>
        typeof value === 'number' && value === (value | 0) ? value : coerce(type, value, execution, depth);
    case GraphQLFloat.name:
      return (value, execution, depth) =>
        typeof value === 'number' && Number.isFinite(value) ? value : coerce(type, value, execution, depth);
    default:
      return (value) => value ?? null;
  }
}

function completeEnum(names: ReadonlySet<unknown>, typeName: string): Completer {
  return (value, execution, depth) => {
    if (value === null || value === undefined) return null;
    if (names.has(value)) return value;
    addErrorHere(execution, depth, `Enum "${typeName}" cannot represent the value.`);
    return null;
  };
}

function coerce(type: GraphQLLeafType, value: unknown, execution: Execution, depth: number): unknown {
  if (value === null || value === undefined) return null;
  try {
    return type.serialize(value) ?? null;
  } catch {
    addErrorHere(execution, depth, `${type.name} cannot represent the value.`);
    return null;
  }
}
