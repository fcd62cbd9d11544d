import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { rowOfField, type FieldAccess } from '../../schema/access/rowOfField';

/** What the plugins need to know of a valid operation, before it is planned. */
export interface OperationFacts {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string | null;
  /** Coordinates of the root fields, such as `Query.identify`, without introspection. */
  readonly roots: readonly string[];
  /** It selects `__typename` or asks about the schema: nothing that anybody owns. */
  readonly schemaOnly: boolean;
  /** A root field is not open, or nobody said how to judge it: the asker must say why. */
  readonly needsPurpose: boolean;
  /** It may concern somebody: the asker must have a case. Counting has none. */
  readonly concernsPerson: boolean;
  /** How many root fields look up one child each. */
  readonly lookups: number;
}

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;
const lookups = new Set(['Query.identify', 'Query.child']);

export function readOperationFacts(
  operation: OperationDefinitionNode,
  document: DocumentNode,
): OperationFacts {
  const kind = operation.operation;
  const fields = collectRootFields(operation.selectionSet, fragmentsOf(document));
  const own = [...fields].filter(([, name]) => !name.startsWith('__'));
  const coordinates = own.map(([, name]) => `${rootTypes[kind]}.${name}`);
  const access = coordinates.map(rowOfField);
  return {
    kind,
    name: operation.name?.value ?? null,
    roots: [...new Set(coordinates)],
    schemaOnly: own.length === 0,
    needsPurpose: access.some((field) => field?.kind !== 'OPEN'),
    concernsPerson: access.some(mayConcernPerson),
    lookups: coordinates.filter((coordinate) => lookups.has(coordinate)).length,
  };
}

function mayConcernPerson(field: FieldAccess | null): boolean {
  return field?.kind !== 'OPEN' && field?.kind !== 'AGGREGATE';
}

/** Response key to field name, fragments put in place: equal keys are one field in a valid document. */
function collectRootFields(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Map<string, string>(),
): Map<string, string> {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      found.set(selection.alias?.value ?? selection.name.value, selection.name.value);
      continue;
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (inner) collectRootFields(inner.selectionSet, fragments, found);
  }
  return found;
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((node) => [node.name.value, node]));
}
