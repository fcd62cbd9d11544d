import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import { print, type DocumentNode } from 'graphql';
import { putInterfaceObjectsLast, restoreNames } from './interfaceObjectsLast';
import { orderKeys } from './keyOrder';
import type { ResolvedOverrides } from './overrideLabels';
import { createPlanApart, readRisk, type PlanQuery } from './planApart';
import { createStagedPlan } from './stages/planInStages';

export interface Planner {
  /** The public schema as the planner prints it. */
  readonly consumerSdl: string;
  /** The plan of a valid operation; undefined when there is nothing to fetch. Throws when it finds none. */
  plan(query: string, overrides: ResolvedOverrides): PlanNode | undefined;
}

type IsRisky = (query: string) => boolean;

/** The query planner, asked in other ways when it gives up: with the subgraphs in another order, then in stages. */
export function createPlanner(supergraph: DocumentNode): Planner {
  const isRisky = readRisk(supergraph);
  const { consumerSdl, plan } = createQuery(supergraph, isRisky);
  const reordered = putInterfaceObjectsLast(supergraph);
  const others: readonly (() => PlanQuery)[] = [
    ...(reordered ? [once(() => createQuery(reordered, isRisky).plan)] : []),
    once(() => createStagedPlan(reordered ?? supergraph, isRisky)),
  ];
  return {
    consumerSdl,
    plan: (query, overrides) => {
      try {
        return plan(query, overrides);
      } catch (error) {
        for (const other of others) {
          try {
            return restoreNames(other()(query, overrides));
          } catch {
            // The first error is the planner's own.
          }
        }
        throw error;
      }
    },
  };
}

function createQuery(supergraph: DocumentNode, isRisky: IsRisky) {
  const [sdl, ...others] = (['asDeclared', 'reversed'] as const).map((one) =>
    print(orderKeys(supergraph, one)),
  );
  const planner = new QueryPlanner(sdl ?? '');
  const planApart = createPlanApart([sdl ?? '', ...others]);
  const plan: PlanQuery = (query, overrides) => {
    if (isRisky(query)) return planApart(query, overrides);
    return planner.plan(query, undefined, overrides.labels, overrides.percentage).node;
  };
  return { consumerSdl: planner.consumerSchema, plan };
}

function once<Value extends object>(create: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= create());
}
