import { Kind, visit, type DocumentNode } from 'graphql';

/** Which labels of `@override(label:)` hold for one operation. */
export interface OverrideChoice {
  /** Labels that hold, but for those of the form `percent(n)`. */
  readonly labels?: ReadonlySet<string>;
  /** From 0 to 100, drawn per operation: `percent(n)` holds below n. @default 100, so that none does */
  readonly percentage?: number;
}

/** The choice as far as it matters to the supergraph: equal choices have equal keys. */
export interface ResolvedOverrides {
  readonly key: string;
  readonly labels: Set<string>;
  readonly percentage: number;
}

export type ResolveOverrides = (choice: OverrideChoice | undefined) => ResolvedOverrides;

/** Reads the supergraph's labels. Of two percentages between the same thresholds the plans are the same. */
export function readOverrideLabels(document: DocumentNode): ResolveOverrides {
  const labels = new Set<string>();
  const thresholds = new Set<number>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value !== 'overrideLabel' || value.kind !== Kind.STRING) return;
      const share = /^percent\((\d+(?:\.\d+)?)\)$/.exec(value.value)?.[1];
      if (share === undefined) labels.add(value.value);
      else thresholds.add(Number(share));
    },
  });
  const known = [...labels].sort();
  const steps = [...thresholds].sort((one, other) => one - other);
  return (choice) => {
    const held = known.filter((label) => choice?.labels?.has(label));
    const drawn = choice?.percentage ?? 100;
    const below = steps.findIndex((step) => drawn < step);
    return {
      key: below === -1 && held.length === 0 ? '' : JSON.stringify([below, held]),
      labels: new Set(held),
      percentage: drawn,
    };
  };
}
