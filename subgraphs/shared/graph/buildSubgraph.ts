import { applyMiddleware } from 'graphql-middleware';
import { createShield } from '../access/createShield';
import { federate, type GraphOptions, type SubgraphGraph } from './federate';

/** Builds a subgraph's executable schema from its resolver classes, guarded by the access matrix. */
export function buildSubgraph(options: GraphOptions): SubgraphGraph {
  const { sdl, schema } = federate(options);
  return { sdl, schema: applyMiddleware(schema, createShield(schema)) };
}
