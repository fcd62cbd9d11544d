import type { Text } from '../protocol/text';
import type { Attestation } from '../protocol/attestation';
import type { Agency, Purpose, Role } from '../protocol/vocabulary';
import type { Column } from './columnOf';

/** One kind of fact that an agency holds, with what each column may do with it. Source: matrix.json. */
export interface Row {
  /** `owner.fact`, stable: releases and audit entries name it. */
  readonly id: string;
  readonly owner: Agency;
  readonly title: Text;
  /** The rule that keeps the fact secret. */
  readonly secrecy: string;
  /** The legal bases on which its owner may let others see it. */
  readonly basis: readonly string[];
  /** Other rules a reader of the table should know. */
  readonly see?: readonly string[];
  readonly cells: Readonly<Record<Column, string>>;
  /** The function that can take a decision on disclosure. */
  readonly askWhom: Text;
  /** A public function contact and no personal data, so that no release is needed. */
  readonly directory?: boolean;
}

/**
 * What must be true for a cell to open: R relation, I identification, P protection, Q investigation decided,
 * H assistance requested from the police, K crime against the child, C consent, B broken glass; REPORTER is the
 * one who reported a concern. DISCLOSURE stands in no cell: an owner's own decision can open every cell that has some
 * way to read.
 */
export type Condition = 'R' | 'I' | 'P' | 'Q' | 'H' | 'K' | 'C' | 'B' | 'REPORTER' | 'DISCLOSURE';

/** A cell of the matrix, parsed. */
export interface Cell {
  /** There is some way to read the fact. */
  readonly allow: boolean;
  /** Y: the reader's own data. */
  readonly own: boolean;
  /** Any one of them opens the cell. */
  readonly alternatives: readonly Condition[];
  /** F: yes or no, never the value. */
  readonly flagOnly: boolean;
  /** W: may be handed in, not read. */
  readonly writeOnly: boolean;
  /** G: counted in groups of at least five, never read about a child. */
  readonly aggregateOnly: boolean;
  /** `*`: only together with a registered found event. */
  readonly strictFound: boolean;
}

/** Who asks, and why. */
export interface Subject {
  readonly role: Role;
  readonly agency: Agency;
  /** SCB code; null for national agencies. */
  readonly municipality: string | null;
  /** Null only for operations that concern no person: then every row is closed. */
  readonly purpose: Purpose | null;
}

/** What the owners attested, without what the decision itself does not read. */
export type Facts = Omit<Attestation, 'child'>;
