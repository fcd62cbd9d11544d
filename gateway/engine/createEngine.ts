import { print, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createAuthorisation } from './authorisation/authorisation';
import type { EngineCaller } from './authorisation/caller';
import { compileOperation, type CompiledOperation, type Executable } from './compileOperation';
import type { EngineHooks } from './engineHooks';
import { executeOperation, type ExecuteArguments } from './executeOperation';
import type { FieldGuard } from './guard';
import { Lru } from './lru';
import type { ObservedEntity } from './observer';
import { createEngineSchema } from './operation/engineSchema';
import { selectOperation } from './operation/selectOperation';
import { readOverrideLabels, type OverrideChoice } from './overrideLabels';
import type { CompileScope } from './plan/compileSteps';
import { createPlanner, type Planner } from './planner';
import { createPublicSchema } from './publicSchema';
import { subscribeOperation } from './subscribeOperation';
import { readSupergraph } from './supergraph';
import type { EngineTransport } from './transports/engineTransport';
import { shareCalls, type IdentifyCaller } from './transports/sharedCalls';

export interface EngineOptions extends EngineHooks {
  /** Composed by Federation v2. */
  readonly supergraphSdl: string;
  /** Asked once per subgraph, with its name as composed and its address in the supergraph. */
  readonly transports: (subgraph: string, url: string | undefined) => EngineTransport;
  /** The entity type whose objects are reported to the `observe` of an execution. @default none */
  readonly observe?: ObservedEntity;
  /** Makes one call of the same call by the same caller at the same moment. @default each call is made */
  readonly shareCalls?: IdentifyCaller;
  /** Compiled operations kept, those used longest ago dropped. @default 1000 */
  readonly cacheSize?: number;
}

/** Who an operation is compiled for. */
export interface CompileOptions {
  /** Decides `@authenticated`, `@requiresScopes` and `@policy`. @default somebody unknown */
  readonly caller?: EngineCaller;
  /** Decides `@override` with a label. @default no label holds */
  readonly overrides?: OverrideChoice;
}

/** What `compile` was given. */
export interface CompileRequest {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly guard: FieldGuard | undefined;
  readonly options: CompileOptions | undefined;
}

export interface Engine {
  /** The public schema, for validation and introspection. */
  readonly schema: GraphQLSchema;
  /**
   * Plans and compiles a validated operation, or finds it compiled already.
   * @throws PlanningFailed when it cannot be planned.
   * @throws GraphQLError when the document has no such operation.
   */
  compile(
    document: DocumentNode,
    operationName: string | undefined,
    guard?: FieldGuard,
    options?: CompileOptions,
  ): CompiledOperation;
  /** What is compiled now, that used longest ago first: another engine can compile it before it is asked. */
  remembered(): readonly CompileRequest[];
  /** Rejects only when the signal aborts, or with PlanningFailed when these `@skip` and `@include` cannot be planned. */
  execute(compiled: CompiledOperation, args: ExecuteArguments): Promise<ExecutionResult>;
  /** One result when the subscription cannot start, else one per event. */
  subscribe(
    compiled: CompiledOperation,
    args: ExecuteArguments,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

/** Builds an engine over a supergraph: plans by the query planner, executed here. */
export function createEngine(options: EngineOptions): Engine {
  const supergraph = readSupergraph(options.supergraphSdl);
  if (supergraph.urls.size === 0) throw new Error('This is no supergraph: it names no subgraph.');
  const planner = createPlanner(supergraph.document);
  const api = createPublicSchema(planner.consumerSdl);
  const transports = new Map<string, EngineTransport>();
  for (const [name, url] of supergraph.urls) {
    const transport = options.transports(name, url);
    transports.set(name, options.shareCalls ? shareCalls(transport, options.shareCalls) : transport);
  }
  const scope: Omit<CompileScope, 'plan'> = {
    schema: createEngineSchema(api, supergraph, options.observe),
    transportOf: (subgraph) => {
      const transport = transports.get(subgraph);
      if (!transport) throw new Error(`The plan calls the unknown subgraph ${subgraph}`);
      return transport;
    },
  };
  const compiler = createCompiler(scope, planner, options.cacheSize ?? 1000);
  return {
    schema: api,
    ...compiler,
    execute: (compiled, args) => executeOperation(toExecutable(compiled), api, options, args),
    subscribe: (compiled, args) => subscribeOperation(toExecutable(compiled), api, options, args),
  };
}

/** Finds by document object first; equal documents that were parsed apart are found by their text. */
function createCompiler(
  scope: Omit<CompileScope, 'plan'>,
  planner: Planner,
  cacheSize: number,
): Pick<Engine, 'compile' | 'remembered'> {
  const { api, supergraph } = scope.schema;
  const authorise = createAuthorisation(supergraph.document.definitions, api);
  const resolveOverrides = readOverrideLabels(supergraph.document);
  const texts = new WeakMap<DocumentNode, string>();
  const compiled = new Lru<string, { executable: Executable; request: CompileRequest }>(cacheSize);
  const compile: Engine['compile'] = (document, operationName, fieldGuard, options) => {
    const guard = authorise(options?.caller, fieldGuard);
    const overrides = resolveOverrides(options?.overrides);
    const text = texts.get(document) ?? print(document);
    texts.set(document, text);
    const key = JSON.stringify([guard?.key ?? null, overrides.key, operationName ?? null, text]);
    const known = compiled.get(key);
    if (known) return known.executable;
    const plan = (query: string) => planner.plan(query, overrides);
    const executable = compileOperation(selectOperation(document, operationName), guard, { ...scope, plan });
    const request = { document, operationName, guard: fieldGuard, options };
    compiled.set(key, { executable, request });
    return executable;
  };
  return { compile, remembered: () => compiled.entries().map(([, { request }]) => request) };
}

/** What `compile` gave; nothing else passes for it. */
function toExecutable(compiled: CompiledOperation): Executable {
  if (!('variantOf' in compiled)) throw new TypeError('Not an operation that this engine compiled');
  return compiled as Executable;
}
