import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { ChildFacts, DutyTaken } from '../facts';

/** The facts about a child as the graph brings them. */
export interface FactsAnswer {
  readonly migrationFacts?: Answered<'migration'>;
  readonly municipalityFacts?: Answered<'municipality'>;
  readonly policeFacts?: Answered<'police'>;
  readonly guardianshipFacts?: Answered<'guardianship'>;
}

/** Beside its facts each agency says what its own have taken on. */
type Answered<Agency extends AgencySubgraph> =
  (NonNullable<ChildFacts[Agency]> & { readonly dutiesTaken?: readonly DutyTaken[] | null }) | null;

const taken = 'dutiesTaken { kind dueAt owner takenAt }';
const municipalityCore =
  'registered episodes { abscondedAt discoveredAt arrivalStage returnedAt foundAt leftCountryConfirmedAt }';
const municipalityAll =
  `${municipalityCore} caseMunicipality caseStatus caseClosedAt placementMunicipality placedBy careOrderDecidedAt ` +
  'careOrderExecutedAt careOrderSubmittedAt careAppliedAt protectionAssessedAt investigationOpenedAt ' +
  'concernReceivedAt concernToAssessAt investigationClosedAt nextRiskFollowUpOn guardianInformedAt';
const migration =
  'registered adult birthDate arrivalMunicipality assignedMunicipality assignedOn residencePermit';
const police = 'registered missingReportedAt foundEvents { foundIn at }';
const guardianship = 'registered adult hasGuardian';

/** The facts of each agency, whole. */
export const factSelections: Readonly<Record<AgencySubgraph, string>> = {
  migration: `migrationFacts { ${migration} ${taken} }`,
  municipality: `municipalityFacts { ${municipalityAll} ${taken} }`,
  police: `policeFacts { ${police} ${taken} }`,
  guardianship: `guardianshipFacts { ${guardianship} ${taken} }`,
};

/** What the computed fields read of the agencies. */
export const required = {
  absconding: `municipalityFacts { ${municipalityCore} } policeFacts { ${police} }`,
  everything: Object.values(factSelections).join(' '),
};

/** The facts as they came; an agency that did not answer is null. */
export function factsOf(child: FactsAnswer): ChildFacts {
  const {
    migrationFacts = null,
    municipalityFacts = null,
    policeFacts = null,
    guardianshipFacts = null,
  } = child;
  const taken = [migrationFacts, municipalityFacts, policeFacts, guardianshipFacts].flatMap(
    (facts) => facts?.dutiesTaken ?? [],
  );
  return {
    migration: migrationFacts,
    municipality: municipalityFacts,
    police: policeFacts,
    guardianship: guardianshipFacts,
    takenOn: taken.sort((one, other) => Date.parse(one.takenAt) - Date.parse(other.takenAt)),
  };
}
