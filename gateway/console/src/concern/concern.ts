/** A report of concern as it is being written. */
export interface Concern {
  /** Sent along, so that however often it is pressed it is one report. */
  readonly key: string;
  readonly municipality: string;
  readonly text: string;
  readonly urgent: boolean;
  readonly whereabouts: string;
  readonly contact: string;
  /** The child found before, by the hub's own reference; null: not known. */
  readonly child: string | null;
}

export function newConcern(municipality: string, child: string | null = null): Concern {
  const key = crypto.randomUUID();
  return { key, municipality, child, text: '', urgent: false, whereabouts: '', contact: '' };
}
