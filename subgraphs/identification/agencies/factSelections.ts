import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { ChildFacts } from '../facts';

/** The facts about a child as the graph brings them. */
export interface FactsAnswer {
  readonly migrationFacts?: ChildFacts['migration'];
  readonly municipalityFacts?: ChildFacts['municipality'];
  readonly policeFacts?: ChildFacts['police'];
  readonly guardianshipFacts?: ChildFacts['guardianship'];
}

const municipalityCore =
  'registered episodes { abscondedAt discoveredAt arrivalStage returnedAt foundAt leftCountryConfirmedAt }';
const municipalityAll =
  `${municipalityCore} caseMunicipality caseStatus caseClosedAt placementMunicipality placedBy careOrderDecidedAt ` +
  'careOrderExecutedAt careOrderSubmittedAt careAppliedAt protectionAssessedAt investigationOpenedAt ' +
  'concernReceivedAt investigationClosedAt nextRiskFollowUpOn guardianInformedAt';
const migration =
  'migrationFacts { registered adult birthDate arrivalMunicipality assignedMunicipality assignedOn residencePermit }';
const police = 'policeFacts { registered missingReportedAt foundEvents { foundIn at } }';
const guardianship = 'guardianshipFacts { registered adult hasGuardian }';

/** The facts of each agency, whole. */
export const factSelections: Readonly<Record<AgencySubgraph, string>> = {
  migration,
  municipality: `municipalityFacts { ${municipalityAll} }`,
  police,
  guardianship,
};

/** What the computed fields read of the agencies. */
export const required = {
  absconding: `municipalityFacts { ${municipalityCore} } ${police}`,
  everything: Object.values(factSelections).join(' '),
};

/** The facts as they came; an agency that did not answer is null. */
export function factsOf(child: FactsAnswer): ChildFacts {
  return {
    migration: child.migrationFacts ?? null,
    municipality: child.municipalityFacts ?? null,
    police: child.policeFacts ?? null,
    guardianship: child.guardianshipFacts ?? null,
  };
}
