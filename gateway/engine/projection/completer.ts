import type { Execution } from '../execution';

/**
 * Turns a value of the tree into what the client gets (GraphQL specification, 6.4.3 CompleteValue).
 * `execution.path` holds the client's path up to `depth`. A nullable position gives null for what cannot be given; a
 * non-null position gives undefined, and whoever holds it becomes null in its turn.
 */
export type Completer = (value: unknown, execution: Execution, depth: number) => unknown;

/** Projection's own errors come after those of the fetches. */
const projectionOrder = Number.MAX_SAFE_INTEGER;

/** Adds an error at the current path. */
export function addErrorHere(
  execution: Execution,
  depth: number,
  message: string,
  extensions?: Record<string, unknown>,
): void {
  execution.errors.add(projectionOrder, message, execution.path.slice(0, depth), extensions);
}
