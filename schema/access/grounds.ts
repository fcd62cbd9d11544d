import type { ConsentGiver } from '../protocol/attestation';
import type { Facts, Subject } from './types';

/** What a case can add to the facts: decisions and statements made about this child, as they count for this asker. */
export interface Grounds {
  /** SoL 20:6: the asker's own board has decided to investigate the child's need of protection, and has not ended it. */
  readonly investigation: boolean;
  /** LVU 43 §: assistance requested of the asker's agency. */
  readonly handrackning: boolean;
  /** OSL 10:1 and 12:3. */
  readonly consents: readonly Consent[];
  /** The child is fifteen or older; null: not known. */
  readonly fifteen: boolean | null;
  readonly brokenGlasses: readonly BrokenGlass[];
  /** What the owners have decided to show to the asker. */
  readonly disclosures: readonly Disclosure[];
  /** SoL 19:6: the asker reported a concern about the child. */
  readonly reporter: boolean;
}

export interface Consent {
  readonly by: ConsentGiver;
  /** Ids of the rows it covers. */
  readonly rows: readonly string[];
  /** Null: until it is withdrawn. */
  readonly until: Date | null;
}

export interface BrokenGlass {
  /** Ids of the rows that it was broken for. */
  readonly rows: readonly string[];
  readonly openedAt: Date;
}

export interface Disclosure {
  /** Schema coordinates. */
  readonly fields: readonly string[];
  /** Code of the legal basis. */
  readonly basis: string;
  readonly until: Date;
}

/** Nothing but the attested facts. */
export const noGrounds: Grounds = {
  investigation: false,
  handrackning: false,
  consents: [],
  fifteen: null,
  brokenGlasses: [],
  disclosures: [],
  reporter: false,
};

/** Reads the grounds out of what the owners attested. */
export function readGrounds(facts: Facts, subject: Subject): Grounds {
  const { grants } = facts;
  return {
    ...noGrounds,
    investigation:
      subject.role === 'SOCIAL_WORKER' &&
      subject.municipality !== null &&
      facts.investigating.includes(subject.municipality),
    handrackning: subject.agency === 'POLICE' && facts.handrackning,
    fifteen: facts.fifteen,
    consents: grants
      .filter((grant) => grant.via === 'C')
      .map(({ by, rows, until }) => ({ by, rows, until: until === null ? null : new Date(until) })),
    brokenGlasses: grants
      .filter((grant) => grant.via === 'B')
      .map(({ rows, openedAt }) => ({ rows, openedAt: new Date(openedAt) })),
    disclosures: grants
      .filter((grant) => grant.via === 'DISCLOSURE')
      .map(({ fields, basis, until }) => ({ fields, basis, until: new Date(until) })),
  };
}
