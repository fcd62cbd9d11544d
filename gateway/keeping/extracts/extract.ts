import type { Text } from '../../../schema/protocol/text';
import type { Place } from '../places';

/** Who is given the extract: the child itself, or whoever stands in its place. */
export const receivers = ['child', 'guardian'] as const;
export type Receiver = (typeof receivers)[number];

/** What one agency, or the hub, holds about a child, as the child is entitled to it (GDPR art. 15). */
export interface Extract {
  readonly agency: Place;
  /** The opaque reference. */
  readonly child: string;
  readonly receiver: Receiver;
  /** RFC 3339 */
  readonly madeAt: string;
  readonly records: readonly RecordGroup[];
  /** Held, and not shown: names of fields alone, whether or not this child has a value there. */
  readonly withheld: readonly Withheld[];
  /** Who was told what, by role: never which official. */
  readonly readings: readonly Reading[];
  readonly kept: readonly { readonly what: Text; readonly period: string; readonly basis: string }[];
}

export interface RecordGroup {
  readonly table: string;
  readonly title: Text;
  readonly rows: readonly (readonly Value[])[];
}

export interface Value {
  /** `Type.field` of the graph, or the column where the graph does not have it. */
  readonly field: string;
  readonly label: Text;
  readonly value: unknown;
}

export interface Withheld {
  readonly field: string;
  readonly label: Text;
  /** The rule that keeps it secret; null: nobody has decided whether it may be shown. */
  readonly secrecy: string | null;
}

export interface Reading {
  readonly at: string;
  readonly role: string;
  readonly purpose: string | null;
  readonly fields: readonly string[];
}
