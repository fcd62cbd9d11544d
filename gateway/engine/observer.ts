/** The entity type whose objects in answers are reported, and the field that identifies them. */
export interface ObservedEntity {
  readonly typeName: string;
  readonly key: string;
}

/**
 * What one entity's objects in one answer told. Coordinates are `Type.field`; those of nested objects count under the
 * nearest enclosing entity. A list whose items differ can put a nested coordinate in more than one set.
 */
export interface EntityReport {
  /** A value was given; an empty list is a value. */
  readonly given: Set<string>;
  /** Null without an error. */
  readonly empty: Set<string>;
  /** Null with an error at or below the place. */
  readonly refused: Set<string>;
}

/** Called once per entity and answer, after the answer is complete. */
export type EntityObserver = (entityKey: string, coordinates: EntityReport) => void;
