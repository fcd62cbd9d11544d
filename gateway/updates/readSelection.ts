import {
  getArgumentValues,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { Lru } from '../engine/lru';
import type { LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import { caseUpdateTypes, webhookUpdateTypes, type CaseUpdateType } from '../../schema/protocol/vocabulary';

/** What a subscription asks the event log for. */
export interface UpdateSelection {
  /** Of the graph's subscriptions. */
  readonly field: keyof typeof typesOf;
  readonly document: DocumentNode;
  readonly after: string | null;
  readonly types: ReadonlySet<LoggedEvent['type']>;
  readonly child: string | null;
  /** More of the child is fetched for each event, so that what decides on it must be known. */
  readonly enriched: boolean;
  /** What is answered for an event depends on the variables, too. */
  readonly varies: boolean;
}

const typesOf = { caseUpdates: caseUpdateTypes, webhookUpdates: webhookUpdateTypes };

const allOf = {
  caseUpdates: new Set<LoggedEvent['type']>(typesOf.caseUpdates),
  webhookUpdates: new Set<LoggedEvent['type']>(typesOf.webhookUpdates),
};

/** Reads the call that the engine's plan makes for the root field. */
export function createSelectionReader(
  schema: () => GraphQLSchema,
): (query: string, variables: Record<string, unknown>) => UpdateSelection {
  const documents = new Lru<
    string,
    Pick<UpdateSelection, 'document' | 'enriched' | 'varies'> & { readonly field: FieldNode }
  >(500);
  const read = (query: string) => {
    const document = parse(query);
    const [operation] = document.definitions;
    const set = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
    const field = set && fieldsOf(set).find(({ name }) => name.value in typesOf);
    if (!field) throw new Error('the plan of a subscription begins with none of the hub’s');
    const child =
      field.selectionSet && fieldsOf(field.selectionSet).filter(({ name }) => name.value === 'child');
    // A fetch that follows needs the type beside the key.
    const enriched = child?.some(({ selectionSet }) => selectionSet && hasTypename(selectionSet)) ?? false;
    return { document, field, enriched, varies: hasVariable(field) };
  };
  return (query, variables) => {
    const known = documents.get(query) ?? read(query);
    documents.set(query, known);
    const field = known.field.name.value as UpdateSelection['field'];
    const definition = schema().getSubscriptionType()!.getFields()[field]!;
    const values = getArgumentValues(definition, known.field, variables) as {
      after?: string | null;
      types?: CaseUpdateType[] | null;
      child?: string | null;
    };
    return {
      field,
      document: known.document,
      enriched: known.enriched,
      varies: known.varies,
      after: values.after ?? null,
      types: values.types ? new Set(values.types) : allOf[field],
      child: values.child ?? null,
    };
  };
}

function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
}

/** Below the field itself or in a condition on it; its arguments only choose events. */
function hasVariable({ directives, selectionSet }: FieldNode): boolean {
  let found = false;
  const enter = (): void => void (found = true);
  for (const node of [...(directives ?? []), ...(selectionSet ? [selectionSet] : [])])
    visit(node, { Variable: { enter } });
  return found;
}

function hasTypename(set: SelectionSetNode): boolean {
  return fieldsOf(set).some(({ name }) => name.value === '__typename');
}
