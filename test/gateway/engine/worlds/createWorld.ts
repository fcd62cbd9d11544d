import { execute, type GraphQLSchema } from 'graphql';
import type { EngineTransport } from '../../../../gateway/engine/transports/engineTransport';
import {
  composeTestGraph,
  createTestGraph,
  parseValid,
  toPlain,
  type PlainResult,
  type RecordedCall,
} from '../testGraph';
import { lostPlaces } from './lostPlaces';
import { toWorldResolvers } from './worldResolvers';

/** An object of the world. Its members are values, or methods that get the arguments and find the object in `this`. */
export type WorldObject = { readonly __typename?: string } & Record<string, unknown>;

/**
 * Data that several subgraphs share, each seeing what its own SDL has. The same data behind the public schema alone is
 * what the federation must answer.
 */
export interface World {
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly query: WorldObject;
  readonly mutation?: WorldObject;
  /** What `_entities` finds, by type and key. */
  readonly entities?: readonly WorldObject[];
  /** Subgraphs in the style of Federation 1, without `@link`. */
  readonly unlinked?: readonly string[];
}

export interface TestWorld {
  readonly schema: GraphQLSchema;
  readonly supergraphSdl: string;
  readonly calls: RecordedCall[];
  replace(subgraph: string, transport: EngineTransport | undefined): void;
  /** Runs the operation on both sides, expects the same data and the same places of errors, and returns the answer. */
  compare(query: string, variables?: Record<string, unknown>): Promise<PlainResult>;
  run(query: string, variables?: Record<string, unknown>): Promise<PlainResult>;
}

/** @param change what to change in the composed supergraph, as another composition would have it */
export function createWorld(world: World, change?: (supergraphSdl: string) => string): TestWorld {
  const { subgraphs, query, mutation = {}, unlinked = [] } = world;
  const described = Object.fromEntries(
    Object.entries(subgraphs).map(([name, sdl]) => [
      name,
      { sdl, resolvers: toWorldResolvers(sdl, world), linked: !unlinked.includes(name) },
    ]),
  );
  const graph = createTestGraph(described, change && { supergraphSdl: change(composeTestGraph(described)) });
  const { schema } = graph.engine;
  const run = (text: string, variables: Record<string, unknown> = {}) => graph.run(text, { variables });
  return {
    schema,
    supergraphSdl: graph.supergraphSdl,
    calls: graph.calls,
    replace: graph.replace,
    run,
    compare: async (text, variables = {}) => {
      const document = parseValid(schema, text);
      const rootValue = { ...query, ...mutation };
      const alone = toPlain(await execute({ schema, document, rootValue, variableValues: variables }));
      const federated = await run(text, variables);
      expect(federated.data).toEqual(alone.data);
      expect(JSON.stringify(federated.data)).toBe(JSON.stringify(alone.data));
      expect({ lost: lostPlaces(federated), errors: federated.errors }).toEqual({
        lost: lostPlaces(alone),
        errors: federated.errors,
      });
      return federated;
    },
  };
}
