import { isLeafType, isListType, isNonNullType } from 'graphql';
import type { FieldNode, GraphQLOutputType } from 'graphql';
import { compileComposite } from './composite';
import type { Completer } from './completer';
import { completeLeaf } from './leaf';
import { completeList } from './list';
import { completeNonNull } from './nonNull';
import type { ProjectionScope } from './projectionScope';

/** Compiles how values of a field's type become the client's. */
export function compileOutput(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  coordinate: string,
  scope: ProjectionScope,
): Completer {
  if (isNonNullType(type))
    return completeNonNull(compileOutput(type.ofType, nodes, coordinate, scope), coordinate);
  if (isListType(type)) return completeList(compileOutput(type.ofType, nodes, coordinate, scope), coordinate);
  if (isLeafType(type)) return completeLeaf(type);
  return compileComposite(type, nodes, coordinate, scope);
}
