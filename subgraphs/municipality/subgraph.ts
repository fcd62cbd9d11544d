import { bulkLoad, type BulkLoadOptions } from '../shared/database/bulkLoad';
import { createDutyResolver } from '../shared/duty/dutyResolver';
import { createTakeDutyResolver } from '../shared/duty/takeDutyResolver';
import { createCandidateResolver } from '../shared/graph/candidates';
import type { NormalisedCriteria } from '../shared/matching';
import { createStatisticsResolver } from '../shared/statistics/statisticsResolver';
import type { SubgraphDefinition } from '../shared/server/createSubgraph';
import { accessFacts, running } from './accessFacts';
import { columns } from './columns';
import { entities } from './entities';
import { importRules } from './importing/importRules';
import { sources } from './loaders';
import { CreateRegister1767225600000 } from './migrations/1767225600000-createRegister';
import { SecureRows1767312000000 } from './migrations/1767312000000-secureRows';
import { AddReleaseKeeping1767312000001 } from './migrations/1767312000001-addReleaseKeeping';
import { AddCaseLife1767600000002 } from './migrations/1767600000002-addCaseLife';
import { VersionRecords1767600000000 } from './migrations/1767600000000-versionRecords';
import { AddDuties1767920000001 } from './migrations/1767920000001-addDuties';
import { VersionDescriptions1767930000000 } from './migrations/1767930000000-versionDescriptions';
import { NoteClosing1767930000001 } from './migrations/1767930000001-noteClosing';
import { AddPrevention1767700000000 } from './migrations/1767700000000-addPrevention';
import { AddEpisodeCitizenship1767571200001 } from './migrations/1767571200001-addEpisodeCitizenship';
import { TrackImports1768000000000 } from './migrations/1768000000000-trackImports';
import type { MunicipalityRecord } from './records';
import { AbscondingEpisodeResolver } from './resolvers/abscondingEpisode';
import { AbscondingsResolver } from './resolvers/abscondings';
import { CareMutationsResolver } from './resolvers/careMutations';
import { CareReviewResolver } from './resolvers/careReview';
import { Child, ChildResolver } from './resolvers/child';
import { ClosingMutationsResolver } from './resolvers/closingMutations';
import { PlacementResolver } from './resolvers/placement';
import { RecordReturnResolver } from './resolvers/recordReturn';
import { preventionResolvers } from './resolvers/prevention';
import { ReleaseResolver } from './resolvers/release';
import { ReportAbscondingResolver } from './resolvers/reportAbsconding';
import { SearchMutationsResolver } from './resolvers/searchMutations';
import { SocialCaseResolver } from './resolvers/socialCase';
import { retention } from './retention/rules';
import { traces } from './retention/traces';
import { isInCharge } from './sources/socialCase';
import { tables } from './tables';
import { statistics } from './statistics';

/** The municipalities' social services: cases, placements, abscondings, assessments, care orders. */
export const municipality: SubgraphDefinition = {
  name: 'municipality',
  entities,
  migrations: [
    CreateRegister1767225600000,
    SecureRows1767312000000,
    AddReleaseKeeping1767312000001,
    VersionRecords1767600000000,
    AddCaseLife1767600000002,
    AddPrevention1767700000000,
    AddEpisodeCitizenship1767571200001,
    AddDuties1767920000001,
    VersionDescriptions1767930000000,
    NoteClosing1767930000001,
    TrackImports1768000000000,
  ],
  resolvers: [
    ChildResolver,
    SocialCaseResolver,
    PlacementResolver,
    AbscondingEpisodeResolver,
    ReleaseResolver,
    ReportAbscondingResolver,
    RecordReturnResolver,
    CareMutationsResolver,
    CareReviewResolver,
    SearchMutationsResolver,
    ClosingMutationsResolver,
    ...preventionResolvers,
    createCandidateResolver('municipality'),
    AbscondingsResolver,
    createStatisticsResolver('municipality'),
    createDutyResolver('municipality'),
    createTakeDutyResolver('municipality', `:agency = 'MUNICIPALITY' AND ${isInCharge(':municipality')}`),
  ],
  orphanedTypes: [Child],
  sources,
  accessFacts,
  running,
  columns,
  statistics,
  retention,
  importing: importRules,
  traces,
  narrowSearch,
};

/**
 * Loads children into the municipalities' register, all or nothing.
 * @returns the number of children
 */
export function loadMunicipality(
  url: string,
  records: Iterable<MunicipalityRecord> | AsyncIterable<MunicipalityRecord>,
  options?: BulkLoadOptions,
): Promise<number> {
  return bulkLoad(url, tables, records, options);
}

/** A municipality searches persons by name, personal number or case number and nothing else (SoLPuF 2001:637 15 §). */
function narrowSearch({ name, numbers }: NormalisedCriteria): NormalisedCriteria {
  return {
    name,
    numbers: numbers.filter(({ identifier }) => identifier === 'personalNumber'),
    birthDate: null,
    rareBirthDate: false,
    bornBetween: null,
    sex: null,
    phone: null,
  };
}
