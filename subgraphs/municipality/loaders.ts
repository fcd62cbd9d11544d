import { factRows } from '../shared/access/factRows';
import { latestBy, newestFirst } from '../shared/loading/mergeRows';
import type { FieldSources } from '../shared/loading/rowLoader';
import { mergeMunicipalityDuties, municipalityDuties } from './sources/municipalityDuties';
import { mergeMunicipalityFacts, municipalityFacts } from './sources/municipalityFacts';
import { careOrder } from './sources/careOrder';
import { description } from './sources/description';
import { episodes } from './sources/episodes';
import { placement } from './sources/placement';
import { riskAssessment } from './sources/riskAssessment';
import { socialCase } from './sources/socialCase';

/** Where each field of `Child` comes from. */
export const sources: FieldSources = {
  fields: { socialCase, placement, episodes, riskAssessment, description, careOrder },
  hubFields: {
    municipalityFacts: { rows: factRows, sql: municipalityFacts },
    municipalityDuties: { rows: factRows, sql: municipalityDuties },
  },
  merge: {
    socialCase: latestBy('openedOn'),
    placement: latestBy('since'),
    episodes: newestFirst('abscondedAt'),
    riskAssessment: latestBy('assessedOn'),
    description: latestBy('updatedOn'),
    careOrder: latestBy('decidedOn'),
    municipalityFacts: mergeMunicipalityFacts,
    municipalityDuties: mergeMunicipalityDuties,
  },
};
