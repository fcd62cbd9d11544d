import type { CaseChild } from '../cases/useCase';
import type { Answer, Errand, Hub } from '../hub/hub';
import type { Text } from '../text/text';
import type { Step, Typed } from './question';

/** A form of the case's life, as data. */
export interface CaseForm {
  /** In the address: `#/cases/child/report`. */
  readonly path: string;
  readonly title: Text;
  /** What it is for and what happens with it. */
  readonly about: Text;
  /** The operation, as the role must be allowed it. */
  readonly needs: string;
  readonly steps: readonly Step[];
  /** What is known already. */
  readonly begin: (child: CaseChild) => Typed;
  /** Which version of the record the answers were given to, where the hub keeps one. */
  readonly versionOf?: (child: CaseChild) => number | null | undefined;
  readonly send: (sending: Sending) => Promise<Answer<Receipt>>;
}

export interface Sending {
  readonly hub: Hub;
  readonly errand: Errand;
  readonly child: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly version: number | null;
  /** Sent along, so that however often it is pressed it is one change. */
  readonly key: string;
  readonly language: 'SV' | 'EN';
}

/** What whoever sent it is told. */
export interface Receipt {
  readonly title: Text;
  /** What to do now, in the order in which it is done. */
  readonly next: readonly Text[];
}

/** The answer with a receipt in place of the data. */
export function receive<Data>(
  { data, errors }: Answer<Data>,
  toReceipt: (data: Data) => Receipt,
): Answer<Receipt> {
  return { data: data && toReceipt(data), errors };
}
