import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { ChildFacts, Duties, DutyTaken } from '../facts';

/** The facts about a child as the graph brings them; of the duties only where deadlines are asked for. */
export interface FactsAnswer {
  readonly migrationFacts?: ChildFacts['migration'];
  readonly municipalityFacts?: ChildFacts['municipality'];
  readonly policeFacts?: ChildFacts['police'];
  readonly guardianshipFacts?: ChildFacts['guardianship'];
  readonly migrationDuties?: Answered<Duties['migration']>;
  readonly municipalityDuties?: Answered<Duties['municipality']>;
  readonly policeDuties?: Answered<object>;
  readonly guardianshipDuties?: Answered<Duties['guardianship']>;
}

/** Beside it each agency says what its own have taken on. */
type Answered<Held> = (NonNullable<Held> & { readonly taken?: readonly DutyTaken[] | null }) | null;

const municipalityCore =
  'registered episodes { abscondedAt discoveredAt arrivalStage returnedAt foundAt leftCountryConfirmedAt }';
const municipalityAll =
  `${municipalityCore} caseMunicipality caseStatus caseClosedAt placementMunicipality placedBy careOrderDecidedAt ` +
  'careOrderExecutedAt careOrderSubmittedAt careAppliedAt protectionAssessedAt investigationOpenedAt ' +
  'concernReceivedAt concernToAssessAt investigationClosedAt nextRiskFollowUpOn guardianInformedAt';
const migration =
  'migrationFacts { registered adult birthDate arrivalMunicipality assignedMunicipality assignedOn assignedAt ' +
  'residencePermit }';
const police = 'policeFacts { registered missingReportedAt foundEvents { foundIn at } }';
const guardianship = 'guardianshipFacts { registered adult hasGuardian }';

const facts = [migration, `municipalityFacts { ${municipalityAll} }`, police, guardianship];

const taken = 'taken { kind dueAt owner takenAt }';
const duties: Readonly<Record<AgencySubgraph, string>> = {
  migration: `migrationDuties { appliedOn ${taken} }`,
  municipality:
    'municipalityDuties { migrationAgencyInformedAt nextMeetingOn careSince careReviewedOn concernDecidedAt ' +
    `reporterToldAt transferRequestedAt transferAnsweredAt ${taken} }`,
  police: `policeDuties { ${taken} }`,
  guardianship: `guardianshipDuties { appointedOn ${taken} }`,
};

/** What each agency holds for the rules and the deadlines, whole. */
export const factSelections: Readonly<Record<AgencySubgraph, string>> = {
  migration: `${migration} ${duties.migration}`,
  municipality: `municipalityFacts { ${municipalityAll} } ${duties.municipality}`,
  police: `${police} ${duties.police}`,
  guardianship: `${guardianship} ${duties.guardianship}`,
};

/** What the computed fields read of the agencies. */
export const required = {
  absconding: `municipalityFacts { ${municipalityCore} } ${police}`,
  responsibility: facts.join(' '),
  deadlines: [...facts, ...Object.values(duties)].join(' '),
};

/** The facts as they came; an agency that did not answer is null. */
export function factsOf(child: FactsAnswer): ChildFacts {
  const {
    migrationDuties = null,
    municipalityDuties = null,
    policeDuties = null,
    guardianshipDuties = null,
  } = child;
  const taken = [migrationDuties, municipalityDuties, policeDuties, guardianshipDuties].flatMap(
    (held) => held?.taken ?? [],
  );
  return {
    migration: child.migrationFacts ?? null,
    municipality: child.municipalityFacts ?? null,
    police: child.policeFacts ?? null,
    guardianship: child.guardianshipFacts ?? null,
    takenOn: taken.sort((one, other) => Date.parse(one.takenAt) - Date.parse(other.takenAt)),
    duties: {
      migration: migrationDuties,
      municipality: municipalityDuties,
      guardianship: guardianshipDuties,
    },
  };
}
