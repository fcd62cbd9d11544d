import type { Graph } from '../graph/graph';
import type { Plugin } from '../operation/pipeline';
import type { Incoming, Placed } from '../operation/stages';

/** Settles which supergraph the operation is read, planned and answered by. */
export function useGraph(current: () => Graph): Plugin<Incoming, Placed> {
  return (incoming, next) => next({ ...incoming, graph: current() });
}
