/** Two references that an officer found to be one child. */
export interface Pair {
  readonly one: string;
  readonly other: string;
}

/**
 * What becomes of one child's references when a link is gone: those that the links left over still hold together.
 * Each part keeps the order, so that the first of each leads.
 */
export function partsOf(references: readonly string[], pairs: readonly Pair[]): string[][] {
  const parts = new Map(references.map((reference) => [reference, [reference]]));
  for (const { one, other } of pairs) {
    const [left, right] = [parts.get(one), parts.get(other)];
    if (!left || !right || left === right) continue;
    left.push(...right);
    for (const reference of right) parts.set(reference, left);
  }
  const place = new Map(references.map((reference, index) => [reference, index]));
  const inOrder = (part: string[]): string[] => part.sort((a, b) => place.get(a)! - place.get(b)!);
  return [...new Set(references.map((reference) => parts.get(reference)!))].map(inOrder);
}
