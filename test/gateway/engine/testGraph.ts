import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import {
  execute,
  parse,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { createEngine, type CompileOptions, type EngineOptions } from '../../../gateway/engine/createEngine';
import type { ExecuteArguments } from '../../../gateway/engine/executeOperation';
import type { FieldGuard } from '../../../gateway/engine/guard';
import type { EngineRequest, EngineTransport } from '../../../gateway/engine/transports/engineTransport';
import type { SubgraphResponse } from '../../../schema/protocol/transport';

type Resolvers = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']
>;

export interface TestSubgraph {
  readonly sdl: string;
  readonly resolvers?: Resolvers;
  /** Whether it declares Federation 2. @default true */
  readonly linked?: boolean;
}

/** A call that reached a subgraph. */
export interface RecordedCall {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export interface TestGraph {
  readonly engine: ReturnType<typeof createEngine>;
  readonly supergraphSdl: string;
  /** Every call, in order. */
  readonly calls: RecordedCall[];
  /** Replaces a subgraph's transport, as when it is down; `undefined` puts the real one back. */
  replace(subgraph: string, transport: EngineTransport | undefined): void;
  run(query: string, args?: RunArguments): Promise<PlainResult>;
  callsTo(subgraph: string): RecordedCall[];
}

export interface RunArguments extends Partial<ExecuteArguments>, CompileOptions {
  readonly guard?: FieldGuard;
  readonly operationName?: string;
}

/** A result as a client reads it. */
export interface PlainResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@shareable", "@requires", "@external", "@provides", "@override", "@interfaceObject", "@inaccessible",
   "@authenticated", "@requiresScopes", "@policy", "@composeDirective", "@extends"])\n`;

const toDocument = ({ sdl, linked = true }: TestSubgraph) => parse(linked ? link + sdl : sdl);

/** Composes subgraphs that run in process on @apollo/subgraph, and an engine over them that records its calls. */
export function createTestGraph(
  subgraphs: Record<string, TestSubgraph>,
  options: Partial<EngineOptions> = {},
): TestGraph {
  const supergraphSdl = composeTestGraph(subgraphs);
  const calls: RecordedCall[] = [];
  const replaced = new Map<string, EngineTransport>();
  const transports = (name: string): EngineTransport => {
    const real = createInProcessTransport(toSchema(subgraphs[name] as TestSubgraph));
    const record = (request: EngineRequest) => {
      calls.push({ subgraph: name, query: request.query, variables: { ...request.variables } });
      return replaced.get(name) ?? real;
    };
    return Object.assign(async (request: EngineRequest) => record(request)(request), {
      subscribe: (request: EngineRequest) => {
        const transport = record(request);
        if (!transport.subscribe) throw new Error('no subscriptions');
        return transport.subscribe(request);
      },
    });
  };
  const engine = createEngine({ supergraphSdl, transports, ...options });
  return {
    engine,
    supergraphSdl,
    calls,
    replace: (name, transport) => void (transport ? replaced.set(name, transport) : replaced.delete(name)),
    callsTo: (name) => calls.filter(({ subgraph }) => subgraph === name),
    run: async (query, { guard, operationName, caller, overrides, ...args } = {}) => {
      const document = parseValid(engine.schema, query);
      const compiled = engine.compile(document, operationName, guard, { caller, overrides });
      return toPlain(await engine.execute(compiled, { context: undefined, ...args }));
    },
  };
}

export function composeTestGraph(subgraphs: Record<string, TestSubgraph>): string {
  const services = Object.entries(subgraphs).map(([name, subgraph]) => ({
    name,
    typeDefs: toDocument(subgraph),
    url: `http://${name}.internal/graphql`,
  }));
  const composed = composeServices(services);
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

export function parseValid(schema: GraphQLSchema, query: string): DocumentNode {
  const document = parse(query);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return document;
}

/** Also checks what the engine sends: an invalid document fails the test. */
function createInProcessTransport(schema: GraphQLSchema): EngineTransport {
  const toArguments = ({ query, variables, context }: EngineRequest) => {
    const document = parseValid(schema, query);
    return { schema, document, variableValues: variables, contextValue: context };
  };
  return Object.assign(
    async (request: EngineRequest) => (await execute(toArguments(request))) as SubgraphResponse,
    {
      subscribe: async (request: EngineRequest) => {
        const events = await subscribe(toArguments(request));
        if (!(Symbol.asyncIterator in events)) throw new Error('no events');
        return events as AsyncIterable<SubgraphResponse>;
      },
    },
  );
}

const toSchema = (subgraph: TestSubgraph): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs: toDocument(subgraph), resolvers: subgraph.resolvers ?? {} });

export const toPlain = (result: ExecutionResult): PlainResult =>
  JSON.parse(JSON.stringify(result)) as PlainResult;

/** The paths of a result's errors, as `a.0.b`, sorted. */
export const errorPaths = ({ errors }: PlainResult): string[] =>
  (errors ?? []).map(({ path }) => path?.join('.') ?? '').sort();
