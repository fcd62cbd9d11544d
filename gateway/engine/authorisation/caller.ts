/** What `@authenticated`, `@requiresScopes` and `@policy` are decided by. */
export interface EngineCaller {
  readonly authenticated: boolean;
  readonly scopes?: ReadonlySet<string>;
  /** The policies that hold for this caller, decided beforehand. */
  readonly policies?: ReadonlySet<string>;
}

/** Whoever has not said who they are. */
export const anonymousCaller: EngineCaller = { authenticated: false };
