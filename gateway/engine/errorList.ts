import { GraphQLError } from 'graphql';

export type PathKey = string | number;

interface Entry {
  /** The place in the plan of what failed: answers to the same operation list their errors in the same order. */
  readonly order: number;
  readonly error: GraphQLError;
}

/** The errors of one answer, by the client's paths. */
export class ErrorList {
  readonly #entries: Entry[] = [];
  readonly #prefixes = new Set<string>();
  readonly #seen = new Set<string>();

  /** Adds an error once per path and message. The path is copied. */
  add(order: number, message: string, path: readonly PathKey[], extensions?: Record<string, unknown>): void {
    const place = path.join('.');
    const identity = `${place}:${message}`;
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    for (let end = path.length; end > 0; end--) this.#prefixes.add(path.slice(0, end).join('.'));
    this.#entries.push({ order, error: new GraphQLError(message, { path: [...path], extensions }) });
  }

  /** Whether an error at or below the path says why there is nothing. */
  explains(path: readonly PathKey[]): boolean {
    return this.#entries.length > 0 && this.#prefixes.has(path.join('.'));
  }

  toErrors(): GraphQLError[] | undefined {
    if (this.#entries.length === 0) return undefined;
    return this.#entries.sort((one, other) => one.order - other.order).map(({ error }) => error);
  }
}
