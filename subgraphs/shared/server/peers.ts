import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphTransport } from '../../../schema/protocol/transport';

/** Ways to the agencies' subgraphs, for the hub's own graph. Empty for the agencies: none asks another. */
export type Peers = Readonly<Partial<Record<AgencySubgraph, SubgraphTransport>>>;
