import type { GatewayConfig } from '../config';
import { createEngine, type EngineOptions } from '../engine/createEngine';
import type { Log } from '../log';
import { createDocumentReader } from '../operation/readDocument';
import { createTrustedDocuments } from '../operation/trustedDocuments';
import type { Graph, GraphSources } from './graph';
import { warmUp } from './warmUp';

export interface GraphOptions {
  readonly config: Pick<GatewayConfig, 'limits' | 'documents'>;
  readonly engine: Omit<EngineOptions, 'supergraphSdl'>;
  readonly log: Log;
}

export interface Graphs {
  /** The one that new operations begin with. */
  current(): Graph;
  /**
   * Puts another in its place once it has planned the operations that are known. What is under way, subscriptions too,
   * goes on with the old one. A supergraph or registry that is not usable changes nothing.
   * @returns why nothing has changed; null when it has
   */
  reload(sources: GraphSources): Promise<string | null>;
}

/** @throws Error when there is no usable supergraph to begin with */
export function createGraphs(sources: GraphSources, options: GraphOptions): Graphs {
  const { log } = options;
  let current = createGraph(sources, options);
  let last = Promise.resolve<unknown>(null);

  const replace = async (next: GraphSources): Promise<string | null> => {
    try {
      const graph = createGraph(next, options);
      const warmed = await warmUp(current, graph);
      current = graph;
      log({ level: 'info', event: 'supergraph-reloaded', ...warmed });
      return null;
    } catch (error) {
      const { message } = error as Error;
      log({ level: 'error', event: 'supergraph-kept', problem: message });
      return message;
    }
  };
  return {
    current: () => current,
    reload: (next) => {
      const done = last.then(() => replace(next));
      last = done;
      return done;
    },
  };
}

function createGraph({ supergraphSdl, registries = [] }: GraphSources, options: GraphOptions): Graph {
  const { limits, documents } = options.config;
  const engine = createEngine({ ...options.engine, supergraphSdl });
  const { introspection, suggestions } = documents;
  return {
    engine,
    documents: createTrustedDocuments(documents.trust, registries),
    readDocument: createDocumentReader({ schema: engine.schema, limits, introspection, suggestions }),
  };
}
