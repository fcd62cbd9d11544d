import type { FlattenNodePathSegment, InputRewrite, OutputRewrite } from '@graphql-hive/router-query-planner';
import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { JsonObject } from '../bare';
import type { Execution } from '../execution';
import { compileIdentity, type Identify } from '../representationIdentity';
import { compilePlaces, type VisitPlaces } from '../places';
import { compileRepresentation, type Representation, type RepresentationBuilder } from '../representations';
import { compileRewrites, readRenames, readTypeNameSet, type Rewrite } from '../rewrites';
import { receiveEntities } from './entityAnswers';
import { FetchSelection } from './fetchSelection';
import { callSubgraph, pickVariables, type PlannedCall } from './plannedCall';
import type { PlanScope, Step } from './planScope';

/** One `_entities` field of a fetch: Flatten has one, BatchFetch one per alias. */
export interface EntityGroupNode {
  readonly responseKey: string;
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly InputRewrite[] | null | undefined;
  readonly outputRewrites: readonly OutputRewrite[] | null | undefined;
}

export interface EntityGroup {
  readonly responseKey: string;
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly places: readonly VisitPlaces[];
  readonly build: RepresentationBuilder;
  readonly identify: Identify;
  readonly input: Rewrite | undefined;
  readonly output: Rewrite | undefined;
  readonly renames: ReadonlyMap<string, string>;
  selection(): FetchSelection;
}

/** One entity asked for, and every place of the tree that it stands in. */
export interface AskedEntity {
  readonly representation: Representation;
  readonly places: JsonObject[];
}

/** Compiles a fetch of entities: each is sent once, its answer written to every place. */
export function compileEntityFetch(
  call: PlannedCall,
  nodes: readonly EntityGroupNode[],
  scope: PlanScope,
): Step {
  const groups = nodes.map((node) => compileGroup(node, call, scope));
  const responseKeys = new Set<unknown>(groups.map(({ responseKey }) => responseKey));
  return (execution) => {
    const asked = groups.map((group) => askEntities(group, execution));
    const representations = asked.flatMap((entities) => entities.map(({ representation }) => representation));
    if (representations.length === 0) return undefined;
    const variables = pickVariables(call, execution);
    groups.forEach(({ variable }, index) => {
      variables[variable] = (asked[index] ?? []).map(({ representation }) => representation);
    });
    return callSubgraph(call, variables, representations, execution).then((outcome) => {
      groups.forEach((group, index) => {
        const question = {
          call,
          group,
          entities: asked[index] ?? [],
          supergraph: scope.supergraph,
          responseKeys,
        };
        receiveEntities(question, outcome, execution);
      });
    });
  };
}

function compileGroup(node: EntityGroupNode, call: PlannedCall, scope: PlanScope): EntityGroup {
  const { subgraph, query } = call;
  const { supergraph } = scope;
  const { responseKey, variable, paths, requires, inputRewrites, outputRewrites } = node;
  const renamedTypes = readTypeNameSet(inputRewrites);
  const renames = readRenames(outputRewrites);
  let selection: FetchSelection | undefined;
  return {
    responseKey,
    variable,
    paths,
    places: paths.map((path) => compilePlaces(path, supergraph)),
    build: compileRepresentation(requires, { subgraph, supergraph, renamedTypes }),
    identify: compileIdentity(requires),
    input: compileRewrites(inputRewrites, supergraph),
    output: compileRewrites(outputRewrites, supergraph),
    renames,
    selection: () => (selection ??= new FetchSelection(query, responseKey, renames, supergraph)),
  };
}

/** Gathers the group's entities. An object without a key is passed over, with the reason when one is known. */
function askEntities(group: EntityGroup, execution: Execution): AskedEntity[] {
  const { failures } = execution;
  const byIdentity = new Map<string, AskedEntity>();
  const visit = (place: JsonObject): void => {
    const representation = group.build(place);
    if (!representation) {
      const reason = failures.any ? failures.reasonFor(place) : undefined;
      if (reason) failures.record({ reason, places: [place], selection: group.selection() });
      return;
    }
    group.input?.(representation);
    const identity = group.identify(representation);
    const known = byIdentity.get(identity);
    if (known) known.places.push(place);
    else byIdentity.set(identity, { representation, places: [place] });
  };
  for (const visitPlaces of group.places) visitPlaces(execution.tree, visit);
  return [...byIdentity.values()];
}
