import type { EnvironmentReader } from './environment';

export interface OperationLimits {
  /**
   * Largest request body. `BODY_LIMIT_BYTES`
   * @default 100_000
   */
  readonly bodyBytes: number;
  /**
   * Deepest nesting of fields, fragments put in place. `MAX_DEPTH`
   * @default 15
   */
  readonly depth: number;
  /**
   * Most aliases, fragments put in place. `MAX_ALIASES`
   * @default 30
   */
  readonly aliases: number;
  /**
   * Most directives, fragments put in place. `MAX_DIRECTIVES`
   * @default 50
   */
  readonly directives: number;
  /**
   * Most lexical tokens in a document, and most fields once fragments are put in place. `MAX_TOKENS`
   * @default 2000
   */
  readonly tokens: number;
  /**
   * Most objects that an operation may make the hub put together, reckoned before it runs; see `measureCost`.
   * `MAX_COST`
   * @default 5000
   */
  readonly cost: number;
}

export function readLimits(read: EnvironmentReader): OperationLimits {
  return {
    bodyBytes: read.integer('BODY_LIMIT_BYTES', { fallback: 100_000, min: 1_000, max: 10_000_000 }),
    depth: read.integer('MAX_DEPTH', { fallback: 15, min: 3, max: 100 }),
    aliases: read.integer('MAX_ALIASES', { fallback: 30, min: 0, max: 1_000 }),
    directives: read.integer('MAX_DIRECTIVES', { fallback: 50, min: 0, max: 1_000 }),
    tokens: read.integer('MAX_TOKENS', { fallback: 2_000, min: 100, max: 100_000 }),
    cost: read.integer('MAX_COST', { fallback: 5_000, min: 100, max: 10_000_000 }),
  };
}
