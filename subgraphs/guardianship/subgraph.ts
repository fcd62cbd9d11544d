import type { SubgraphDefinition } from '../shared/server/createSubgraph';
import { accessFacts } from './accessFacts';
import { columns } from './columns';
import { entities } from './entities';
import { importRules } from './importing/importRules';
import { sources } from './loaders';
import { CreateRegister1767225600000 } from './migrations/1767225600000-createRegister';
import { SecureRows1767312000000 } from './migrations/1767312000000-secureRows';
import { AddReports1767600000001 } from './migrations/1767600000001-addReports';
import { VersionRecords1767600000000 } from './migrations/1767600000000-versionRecords';
import { TrackImports1768000000000 } from './migrations/1768000000000-trackImports';
import { resolvers } from './resolvers';
import { Child } from './resolvers/child';
import { retention } from './retention/rules';
import { statistics } from './statistics';

/** The guardianship boards' subgraph: who acts for the child, and which board supervises. */
export const guardianship: SubgraphDefinition = {
  name: 'guardianship',
  resolvers,
  orphanedTypes: [Child],
  entities,
  migrations: [
    CreateRegister1767225600000,
    SecureRows1767312000000,
    VersionRecords1767600000000,
    AddReports1767600000001,
    TrackImports1768000000000,
  ],
  sources,
  accessFacts,
  columns,
  statistics,
  retention,
  importing: importRules,
};

export { loadGuardianship } from './load';
