import type { SubgraphName } from '../schema/protocol/vocabulary';
import { guardianship } from './guardianship/subgraph';
import { identification } from './identification/subgraph';
import { migration } from './migration/subgraph';
import { municipality } from './municipality/subgraph';
import { police } from './police/subgraph';
import type { SubgraphDefinition } from './shared/server/createSubgraph';

/** Every subgraph of the hub by name. */
export const definitions: Readonly<Record<SubgraphName, SubgraphDefinition>> = {
  identification,
  migration,
  municipality,
  police,
  guardianship,
};
