/** A child that an answer is about without being an object in it: the hub's log must name it all the same. */
export interface Concern {
  /** The child's opaque reference. */
  readonly child: string;
  /** Something about the child was changed, and stays so whatever becomes of the answer. */
  readonly changed: boolean;
}

/** Where a subgraph puts its concerns in its answer (`extensions`). */
export const concernsExtension = 'concerns';

/** What an answer's `extensions` name; what has not the shape of a reference is no child's. */
export function readConcerns(extensions: Readonly<Record<string, unknown>> | undefined): Concern[] {
  const given = extensions?.[concernsExtension];
  return Array.isArray(given) ? given.filter(isConcern) : [];
}

const shape = /^[\w-]{1,100}$/;

function isConcern(given: unknown): given is Concern {
  const { child, changed } = (given ?? {}) as Partial<Concern>;
  return typeof child === 'string' && shape.test(child) && typeof changed === 'boolean';
}
