import type { Agency, Purpose, Role } from './vocabulary';

/** Who asks, as proven by the bearer token. */
export interface Principal {
  /** The token's `sub`: opaque to the hub, a person or system at the agency. */
  readonly id: string;
  readonly role: Role;
  readonly agency: Agency;
  /** SCB code of the actor's municipality; null for national agencies. */
  readonly municipality: string | null;
  /** Authentication context (`acr`), e.g. `loa3`; null when the token has none. */
  readonly acr: string | null;
}

/** What the gateway vouches for in each call to a subgraph: who asks, why, in which case of their own. */
export interface Assertion {
  /** Unique per operation; the audit entry of the hub and of each subgraph carry it. */
  readonly operationId: string;
  readonly operationName: string | null;
  readonly principal: Principal;
  /** Null only for operations that concern no person. */
  readonly purpose: Purpose | null;
  readonly caseReference: string | null;
}
