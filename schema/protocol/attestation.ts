import type { Agency } from './vocabulary';

/**
 * What the data owners said about one child in the course of one operation, collected and signed by the
 * identification subgraph, so that each owner can decide on facts it does not hold itself (is the asker the child's
 * guardian? has the child absconded? is the child a minor?). Facts only about access, never content.
 */
export interface Attestation {
  readonly child: string;
  /**
   * Every reference under which agencies hold this child, the leading one first; only `child` unless an officer has
   * linked others to it. What opens for the child opens in each agency's records of all of them.
   */
  readonly knownAs: readonly string[];
  /** The asker's own identification of the child, for this purpose and case, gave exactly this child. */
  readonly identified: boolean;
  /** The child is the asker's own case or ward, according to at least one owner. */
  readonly related: boolean;
  /** An adult according to Migrationsverket's decision or date of birth, Europe/Stockholm; null: not held. */
  readonly adult: boolean | null;
  /** Fifteen or older, by the same sources; from then on the child itself consents. Null: not held. */
  readonly fifteen: boolean | null;
  /** An episode of absconding that has not ended. */
  readonly absconding: boolean;
  /** A registered found event. */
  readonly found: boolean;
  /** At least one owner marks the identity as protected. */
  readonly protectedIdentity: boolean;
  /** Rows of the access matrix that the municipality has released to the asker's agency. */
  readonly released: readonly string[];
  /** The municipalities, by code, that have decided an investigation which is not closed (SoL 20:6). */
  readonly investigating: readonly string[];
  /** The police have been asked to assist with a care order in force (LVU 43 §). */
  readonly handrackning: boolean;
  /** What has been decided or done for this asker, purpose and case; each is void after its time. */
  readonly grants: readonly Grant[];
  /** Agencies that did not answer, so that their part of these facts is missing: decisions resting on it deny. */
  readonly unavailable: readonly Agency[];
}

/** A consent, a broken glass or an owner's decision. Instants are RFC 3339. Never the words anybody gave as a reason. */
export type Grant =
  | {
      readonly via: 'C';
      readonly by: ConsentGiver;
      readonly rows: readonly string[];
      /** Null: until it is withdrawn. */
      readonly until: string | null;
    }
  | { readonly via: 'B'; readonly rows: readonly string[]; readonly openedAt: string }
  | {
      readonly via: 'DISCLOSURE';
      /** Schema coordinates. */
      readonly fields: readonly string[];
      /** Code of the legal basis that the owner rested on. */
      readonly basis: string;
      readonly until: string;
    };

export type ConsentGiver = 'CHILD' | 'GUARDIAN' | 'BOTH';

/** What holds about a child of whom nobody said anything: nothing opens on it. */
export function unattested(child: string): Attestation {
  return {
    child,
    knownAs: [child],
    identified: false,
    related: false,
    adult: null,
    fifteen: null,
    absconding: false,
    found: false,
    protectedIdentity: false,
    released: [],
    investigating: [],
    handrackning: false,
    grants: [],
    unavailable: [],
  };
}
