import type {
  ChildFacts,
  EpisodeFacts,
  GuardianshipDuties,
  GuardianshipFacts,
  MigrationDuties,
  MigrationFacts,
  MunicipalityDuties,
  MunicipalityFacts,
  PoliceFacts,
} from '../../../subgraphs/identification/facts';

/** Facts for tests: each agency answers that it knows nothing, unless told otherwise; null is an agency that is silent. */
export function childFacts(
  known: {
    migration?: Partial<MigrationFacts> | null;
    municipality?: Partial<MunicipalityFacts> | null;
    police?: Partial<PoliceFacts> | null;
    guardianship?: Partial<GuardianshipFacts> | null;
    duties?: Partial<MigrationDuties & MunicipalityDuties & GuardianshipDuties>;
  } = {},
): ChildFacts {
  return {
    migration: over(noMigration, known.migration),
    municipality: over(noMunicipality, known.municipality),
    police: over({ registered: false, missingReportedAt: null, foundEvents: [] }, known.police),
    guardianship: over({ registered: false, adult: null, hasGuardian: false }, known.guardianship),
    duties: {
      migration: known.migration === null ? null : { appliedOn: null, ...known.duties },
      municipality: known.municipality === null ? null : { ...noDuties, ...known.duties },
      guardianship: known.guardianship === null ? null : { appointedOn: null, ...known.duties },
    },
  };
}

export function episode(abscondedAt: string, more: Partial<EpisodeFacts> = {}): EpisodeFacts {
  return {
    abscondedAt,
    discoveredAt: null,
    arrivalStage: false,
    returnedAt: null,
    foundAt: null,
    leftCountryConfirmedAt: null,
    ...more,
  };
}

function over<T extends { registered: boolean }>(none: T, known: Partial<T> | null | undefined): T | null {
  if (known === null) return null;
  return known === undefined ? none : { ...none, registered: true, ...known };
}

const noMigration: MigrationFacts = {
  registered: false,
  adult: null,
  birthDate: null,
  arrivalMunicipality: null,
  assignedMunicipality: null,
  assignedOn: null,
  assignedAt: null,
  residencePermit: false,
};

const noMunicipality: MunicipalityFacts = {
  registered: false,
  caseMunicipality: null,
  caseStatus: null,
  caseClosedAt: null,
  placementMunicipality: null,
  placedBy: null,
  episodes: [],
  careOrderDecidedAt: null,
  careOrderExecutedAt: null,
  careOrderSubmittedAt: null,
  careAppliedAt: null,
  protectionAssessedAt: null,
  investigationOpenedAt: null,
  concernReceivedAt: null,
  concernToAssessAt: null,
  investigationClosedAt: null,
  nextRiskFollowUpOn: null,
  guardianInformedAt: null,
};

const noDuties: MunicipalityDuties = {
  migrationAgencyInformedAt: null,
  nextMeetingOn: null,
  careSince: null,
  careReviewedOn: null,
  concernDecidedAt: null,
  reporterToldAt: null,
  transferRequestedAt: null,
  transferAnsweredAt: null,
};
