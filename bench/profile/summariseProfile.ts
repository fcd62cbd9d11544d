import type { CpuProfile } from '../measured/protocol';
import { costCentre, sampling } from './costCentre';

export interface Cost {
  /** See `costCentre`. */
  readonly centre: string;
  /** Of the whole time sampled. */
  readonly ms: number;
}

/**
 * Where the sampled time went, dearest first: each sample counts for the function that ran, not for its callers; the
 * sampling itself is left out.
 *
 * @param folder of the compiled program
 */
export function summariseProfile(
  { nodes, samples = [], timeDeltas = [] }: CpuProfile,
  folder: string,
): Cost[] {
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const centres = new Map<number, string>();
  const centreOf = (id: number): string => {
    const known = centres.get(id);
    if (known !== undefined) return known;
    const { functionName, url } = byId.get(id)!.callFrame;
    const parent = parents.get(id);
    const found =
      costCentre(functionName, url, folder) ?? (parent === undefined ? 'unknown' : centreOf(parent));
    centres.set(id, found);
    return found;
  };
  const costs = new Map<string, number>();
  samples.forEach((id, index) => {
    const centre = centreOf(id);
    if (centre === sampling) return;
    costs.set(centre, (costs.get(centre) ?? 0) + (timeDeltas[index] ?? 0) / 1_000);
  });
  return [...costs].map(([centre, ms]) => ({ centre, ms })).sort((one, other) => other.ms - one.ms);
}
