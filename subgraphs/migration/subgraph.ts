import type { SubgraphDefinition } from '../shared/server/createSubgraph';
import { accessFacts, running } from './accessFacts';
import { columns } from './columns';
import { entities } from './entities';
import { importRules } from './importing/importRules';
import { sources } from './loaders';
import { CreateRegister1767225600000 } from './migrations/1767225600000-createRegister';
import { SecureRows1767312000000 } from './migrations/1767312000000-secureRows';
import { AddClosing1767600000001 } from './migrations/1767600000001-addClosing';
import { VersionRecords1767600000000 } from './migrations/1767600000000-versionRecords';
import { NoteRecording1767930000000 } from './migrations/1767930000000-noteRecording';
import { TrackImports1768000000000 } from './migrations/1768000000000-trackImports';
import { resolvers } from './resolvers';
import { Child } from './resolvers/child';
import { retention } from './retention/rules';
import { statistics } from './statistics';

/** Migrationsverket's subgraph: who the child is by the agency, its age, and where it was assigned. */
export const migration: SubgraphDefinition = {
  name: 'migration',
  resolvers,
  orphanedTypes: [Child],
  entities,
  migrations: [
    CreateRegister1767225600000,
    SecureRows1767312000000,
    VersionRecords1767600000000,
    AddClosing1767600000001,
    NoteRecording1767930000000,
    TrackImports1768000000000,
  ],
  sources,
  accessFacts,
  running,
  columns,
  statistics,
  retention,
  importing: importRules,
};

export { loadMigration } from './load';
