/**
 * What the hub states to an agency just before a change: which references are one child. An officer who breaks a link
 * is answered only when no such statement from before holds any longer.
 */
export interface StatedReferences {
  /** Of the caller's operation; the statement is good in no other. */
  readonly operationId: string;
  /** The moment from which it no longer holds, in milliseconds since 1970. */
  readonly until: number;
  /** Of each linked child that the change names all references, the leading one first. */
  readonly linked: readonly (readonly string[])[];
}

/** The kind under which it is signed, and where the identification subgraph puts it in its answer (`extensions`). */
export const referencesKind = 'references';

/** How long such a statement holds, in milliseconds: a change begins at once. */
export const referencesHoldMs = 2_000;

/** In its place when the hub could not say: the agency then goes by the named reference, or by none. */
export const unknownReferences = 'unknown';
