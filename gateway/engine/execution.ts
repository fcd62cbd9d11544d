import { createBare, type JsonObject } from './bare';
import type { EngineHooks } from './engineHooks';
import { ErrorList, type PathKey } from './errorList';
import { Failures } from './failures';
import type { ClientShape } from './operation/clientShape';
import type { ObservationLog } from './projection/observationLog';

/** One run of a compiled operation: the tree that fetches write into, and what went wrong. */
export class Execution {
  readonly tree: JsonObject = createBare();
  readonly errors = new ErrorList();
  readonly failures = new Failures();
  /** The client's path to the value being projected; valid up to the depth that is passed along. */
  readonly path: PathKey[] = [];
  log: ObservationLog | undefined;

  constructor(
    /** Coerced. */
    readonly variables: Readonly<Record<string, unknown>>,
    readonly context: unknown,
    readonly signal: AbortSignal | undefined,
    readonly hooks: EngineHooks,
    private readonly shapeOf: () => ClientShape,
  ) {}

  get shape(): ClientShape {
    return this.shapeOf();
  }
}
