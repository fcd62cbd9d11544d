import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { mergeSelections } from '../operation/mergeSelections';
import type { PlanQuery } from '../planApart';
import { readSupergraph } from '../supergraph';
import { createEntries } from './entries';
import { placeEntryPlan } from './placeEntryPlan';
import { readRootTypes } from './rootTypes';
import { takeRequiring, type Stage, type TakingScope } from './takeRequiring';

/** How often the planner may be asked for one operation. */
const maxAttempts = 100;
/** How many of a field's keys are tried. */
const maxKeys = 3;
/** How many fragments may be put in place: they can hold one another, twice each. */
const maxSpreads = 1_000;

/**
 * Plans what the planner gives up on: first everything but the fields with a `@requires`, with what those require in
 * their place; then, for each of those, an entity fetch and what follows it. What is required may itself require
 * something, and what follows too: each is planned the same way. The planner would have joined some of the fetches.
 *
 * @param isRisky whether the planner may not be given a query with a `@requires`
 */
export function createStagedPlan(document: DocumentNode, isRisky: (query: string) => boolean): PlanQuery {
  const rootTypes = readRootTypes(document);
  const entries = createEntries(document, rootTypes.query);
  const sdl = print(entries.document);
  const planner = new QueryPlanner(sdl);
  const scope = { entries, supergraph: readSupergraph(sdl), rootTypes, isRisky };
  return (query, { labels, percentage }) => {
    let attempts = 0;
    const ask = (text: string): PlanNode | undefined => {
      if (++attempts > maxAttempts) throw new Error('The operation has too many stages');
      return planner.plan(text, undefined, labels, percentage).node;
    };
    return new Staging(scope, ask).plan(query);
  };
}

interface StagingScope extends Pick<TakingScope, 'entries' | 'supergraph' | 'rootTypes'> {
  readonly isRisky: (query: string) => boolean;
}

type Ask = (query: string) => PlanNode | undefined;

class Staging {
  constructor(
    private readonly scope: StagingScope,
    private readonly ask: Ask,
  ) {}

  plan(query: string): PlanNode | undefined {
    if (this.scope.isRisky(query)) return this.#planStages(query, false);
    try {
      return this.ask(query);
    } catch {
      return this.#planStages(query, true);
    }
  }

  #planStages(query: string, mayStay: boolean): PlanNode | undefined {
    const operation = readOperation(query);
    const alone = splitMutation(operation);
    if (alone) return inOrder(alone.map((one) => this.plan(print(one))));
    let failure: unknown;
    for (let keyChoice = 0; keyChoice < maxKeys; keyChoice++) {
      const { first, stages } = takeRequiring(operation, { ...this.scope, keyChoice, mayStay });
      if (stages.length === 0) return this.ask(query);
      try {
        const nodes = stages.map((stage) => this.#planStage(stage, operation));
        return inOrder([this.plan(print(first)), { kind: 'Parallel', nodes }]);
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  }

  #planStage(stage: Stage, operation: OperationDefinitionNode): PlanNode {
    const node = this.plan(print(toEntryOperation(stage, operation)));
    if (!node) throw new Error('The planner finds nothing to fetch for an entry');
    return placeEntryPlan(node, stage);
  }
}

/** The query's operation with its fragments in place. */
function readOperation(query: string): OperationDefinitionNode {
  const document = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('A query without an operation cannot be planned');
  let spreads = 0;
  return visit(operation, {
    FragmentSpread: ({ name, directives }) => {
      const fragment = fragments.get(name.value);
      if (!fragment || ++spreads > maxSpreads) throw new Error('The fragments cannot be put in place');
      return { ...fragment, kind: Kind.INLINE_FRAGMENT, directives };
    },
  });
}

/** Each root field of a mutation for itself, since the next begins when all of the one before is there. */
function splitMutation(operation: OperationDefinitionNode): OperationDefinitionNode[] | undefined {
  const { selections } = operation.selectionSet;
  if (operation.operation !== OperationTypeNode.MUTATION || selections.length < 2) return undefined;
  return selections.map((one) => ({
    ...operation,
    selectionSet: { ...operation.selectionSet, selections: [one] },
  }));
}

/** One sequence, not nested: that of a subscription begins with its source. */
function inOrder(nodes: readonly (PlanNode | undefined)[]): PlanNode {
  const flat = nodes.flatMap((node) => (node?.kind === 'Sequence' ? node.nodes : (node ?? [])));
  return { kind: 'Sequence', nodes: flat };
}

function toEntryOperation(
  { field, selections }: Stage,
  operation: OperationDefinitionNode,
): OperationDefinitionNode {
  const entry = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: field.entry },
    selectionSet: { kind: Kind.SELECTION_SET, selections: mergeSelections(selections) },
  } as const;
  return {
    ...operation,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [entry] },
  };
}
