import { bulkLoad, type BulkLoadOptions } from '../shared/database/bulkLoad';
import { FormAnswerResolver } from '../shared/forms/formAnswer';
import { createCandidateResolver } from '../shared/graph/candidates';
import type { SubgraphDefinition } from '../shared/server/createSubgraph';
import { createStatisticsResolver } from '../shared/statistics/statisticsResolver';
import { createDutyResolver } from '../shared/duty/dutyResolver';
import { createTakeDutyResolver } from '../shared/duty/takeDutyResolver';
import { accessFacts, running } from './accessFacts';
import { columns } from './columns';
import { entities } from './entities';
import { importRules } from './importing/importRules';
import { sources } from './loaders';
import { CreateRegister1767225600000 } from './migrations/1767225600000-createRegister';
import { SecureRows1767312000000 } from './migrations/1767312000000-secureRows';
import { AddReportForms1767600000002 } from './migrations/1767600000002-addReportForms';
import { VersionRecords1767600000000 } from './migrations/1767600000000-versionRecords';
import { TrackImports1768000000000 } from './migrations/1768000000000-trackImports';
import type { PoliceRecord } from './records';
import { Child, ChildResolver } from './resolvers/child';
import { FoundEventResolver } from './resolvers/foundEvent';
import { MissingPersonReportResolver, ReportSupplementResolver } from './resolvers/missingPersonReport';
import { RecordFoundResolver } from './resolvers/recordFound';
import { ReportMutationsResolver } from './resolvers/reportMutations';
import { retention } from './retention/rules';
import { statistics } from './statistics';
import { tables } from './tables';

/** Polismyndigheten's subgraph: missing person reports and found children. */
export const police: SubgraphDefinition = {
  name: 'police',
  entities,
  migrations: [
    CreateRegister1767225600000,
    SecureRows1767312000000,
    VersionRecords1767600000000,
    AddReportForms1767600000002,
    TrackImports1768000000000,
  ],
  resolvers: [
    ChildResolver,
    FoundEventResolver,
    MissingPersonReportResolver,
    ReportSupplementResolver,
    ReportMutationsResolver,
    RecordFoundResolver,
    FormAnswerResolver,
    createCandidateResolver('police'),
    createStatisticsResolver('police'),
    createDutyResolver('police'),
    createTakeDutyResolver('police', `:agency = 'POLICE'`),
  ],
  orphanedTypes: [Child],
  sources,
  accessFacts,
  running,
  columns,
  statistics,
  retention,
  importing: importRules,
};

/**
 * Loads children into the police's register, all or nothing.
 * @returns the number of children
 */
export function loadPolice(
  url: string,
  records: Iterable<PoliceRecord> | AsyncIterable<PoliceRecord>,
  options?: BulkLoadOptions,
): Promise<number> {
  return bulkLoad(url, tables, records, options);
}
