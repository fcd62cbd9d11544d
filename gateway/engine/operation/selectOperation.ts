import { GraphQLError, Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

export interface SelectedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Finds the operation to execute in a document (GraphQL specification, 6.1 GetOperation).
 * @throws GraphQLError when there is none, or more than one and no name.
 */
export function selectOperation(
  document: DocumentNode,
  operationName: string | undefined,
): SelectedOperation {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    if (node.kind === Kind.OPERATION_DEFINITION) operations.push(node);
  }
  const named = operationName ? operations.filter(({ name }) => name?.value === operationName) : operations;
  const [operation, another] = named;
  if (!operation) {
    throw new GraphQLError(
      operationName ? `Unknown operation named "${operationName}".` : 'Must provide an operation.',
    );
  }
  if (another) {
    throw new GraphQLError('Must provide operation name if query contains multiple operations.');
  }
  return { operation, fragments };
}
