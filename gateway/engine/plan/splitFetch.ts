import type { FlattenNode, FetchNode } from '@graphql-hive/router-query-planner';
import {
  Kind,
  parse,
  print,
  visit,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Supergraph } from '../supergraph';
import type { EntityGroupNode } from './entityFetch';

/** A fetch of entities as one call with several groups. */
export interface SplitFetch {
  readonly operation: string;
  readonly groups: readonly EntityGroupNode[];
}

/**
 * Where two types of one fetch have a field of one name and different types, the planner asks for both under that name,
 * which no subgraph takes (GraphQL specification, 5.3.2): such a fetch asks for each type under an alias of its own.
 * Undefined for all others.
 */
export function splitFetch(
  path: FlattenNode['path'],
  node: FetchNode,
  supergraph: Supergraph,
): SplitFetch | undefined {
  const document = parse(node.operation, { noLocation: true });
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const entities = operation?.selectionSet.selections[0];
  if (!operation || entities?.kind !== Kind.FIELD || document.definitions.length > 1) return undefined;
  const byType = groupByType(entities);
  if (!byType || !hasConflict(byType, supergraph)) return undefined;
  const parts = [...byType].map(([typeName, selections], index) => ({ typeName, selections, index }));
  return {
    operation: print(toAliased(operation, entities, parts)),
    groups: parts.map(({ typeName, index }) => ({
      responseKey: `_e${index}`,
      variable: `_reps${index}`,
      paths: [path],
      requires: (node.requires ?? []).filter(
        (one) => one.kind === 'InlineFragment' && one.typeCondition === typeName,
      ),
      inputRewrites: node.inputRewrites,
      outputRewrites: node.outputRewrites,
    })),
  };
}

function groupByType({ selectionSet }: FieldNode): Map<string, SelectionNode[]> | undefined {
  const byType = new Map<string, SelectionNode[]>();
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind !== Kind.INLINE_FRAGMENT || !selection.typeCondition) return undefined;
    const name = selection.typeCondition.name.value;
    byType.set(name, [...(byType.get(name) ?? []), selection]);
  }
  return byType.size > 1 ? byType : undefined;
}

function hasConflict(byType: ReadonlyMap<string, readonly SelectionNode[]>, supergraph: Supergraph): boolean {
  const seen = new Map<string, string>();
  for (const [typeName, fragments] of byType) {
    for (const fragment of fragments) {
      if (fragment.kind !== Kind.INLINE_FRAGMENT) continue;
      for (const field of fragment.selectionSet.selections) {
        if (field.kind !== Kind.FIELD) continue;
        const key = (field.alias ?? field.name).value;
        const type = supergraph.fieldType(typeName, field.name.value) ?? '';
        if (seen.has(key) && seen.get(key) !== type) return true;
        seen.set(key, type);
      }
    }
  }
  return false;
}

function toAliased(
  operation: OperationDefinitionNode,
  entities: FieldNode,
  parts: readonly { selections: readonly SelectionNode[]; index: number }[],
): OperationDefinitionNode {
  const renamed = (index: number, selections: readonly SelectionNode[]): FieldNode => {
    const field = visit(entities, {
      Variable: (node) => ({ ...node, name: { ...node.name, value: `_reps${index}` } }),
      SelectionSet: () => false,
    });
    const alias = { kind: Kind.NAME, value: `_e${index}` } as const;
    return { ...field, alias, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  };
  const [own, ...others] = [...(operation.variableDefinitions ?? [])].sort((one) =>
    one.variable.name.value === 'representations' ? -1 : 1,
  );
  const variableDefinitions = parts.flatMap(({ index }) =>
    own
      ? [
          {
            ...own,
            variable: { ...own.variable, name: { kind: Kind.NAME, value: `_reps${index}` } as const },
          },
        ]
      : [],
  );
  return {
    ...operation,
    variableDefinitions: [...variableDefinitions, ...others],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: parts.map(({ index, selections }) => renamed(index, selections)),
    },
  };
}
