import { createServer, type Server } from 'node:http';
import { GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { createEngine, type Engine } from './createEngine';
import { PlanningFailed } from './planningFailed';
import { createHttpTransport, type HttpTransportOptions } from './transports/httpTransport';

export interface EngineServerOptions {
  readonly supergraphSdl: string;
  readonly http?: HttpTransportOptions;
}

/**
 * A bare engine over HTTP at `/graphql`: no authentication, no limits. For conformance suites and measurements; listen
 * on loopback only.
 */
export function createEngineServer({ supergraphSdl, http }: EngineServerOptions): Server {
  const engine = createEngine({
    supergraphSdl,
    transports: (subgraph, url) => {
      if (!url) throw new Error(`The supergraph has no address for the subgraph ${subgraph}`);
      return createHttpTransport(subgraph, url, http);
    },
  });
  const yoga = createYoga({
    schema: engine.schema,
    plugins: [useEngine(engine)],
    graphiql: false,
    logging: false,
  });
  return createServer((request, response) => void yoga(request, response));
}

function useEngine(engine: Engine): Plugin {
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn((args: ExecutionArgs) => serve(engine, args, 'execute')),
    onSubscribe: ({ setSubscribeFn }) =>
      setSubscribeFn((args: ExecutionArgs) => serve(engine, args, 'subscribe')),
  };
}

async function serve(
  engine: Engine,
  { document, operationName, variableValues, contextValue }: ExecutionArgs,
  how: 'execute' | 'subscribe',
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { request } = contextValue as { request: Request };
  const args = { variables: variableValues, context: contextValue, signal: request.signal };
  try {
    return await engine[how](engine.compile(document, operationName ?? undefined), args);
  } catch (error) {
    if (error instanceof PlanningFailed) return { errors: [toGraphQLError(error)] };
    throw error;
  }
}

const toGraphQLError = ({ message, code }: PlanningFailed) =>
  new GraphQLError(message, { extensions: { code } });
