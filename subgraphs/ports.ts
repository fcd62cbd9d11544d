import type { SubgraphName } from '../schema/protocol/vocabulary';

/** Where each subgraph listens by default when it runs as its own process; the gateway has 4000. */
export const subgraphPorts: Readonly<Record<SubgraphName, number>> = {
  identification: 4001,
  migration: 4002,
  municipality: 4003,
  police: 4004,
  guardianship: 4005,
};
