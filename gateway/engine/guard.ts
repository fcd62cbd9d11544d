/** Why a field is not given: put at every place of the field, with the value null. */
export interface Refusal {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

/** Refuses fields before planning: no subgraph is asked for a refused field. Pure: the same key, the same answers. */
export interface FieldGuard {
  /** Tells cached compilations apart, such as `POLICE_OFFICER/IDENTIFICATION`. */
  readonly key: string;
  refuse(typeName: string, fieldName: string): Refusal | null;
  /** Refuses objects of a type altogether, their `__typename` too. @default none */
  refuseType?(typeName: string): Refusal | null;
}

/** A field that was refused when the operation was compiled. */
export interface RefusedField extends Refusal {
  readonly coordinate: string;
}
