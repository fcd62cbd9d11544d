import { Directive, Field, ObjectType } from 'type-graphql';

/*
 * The agencies' small facts as this graph reads them through `@requires`. Each is defined by its agency; here every
 * field is external, and a difference fails the composition.
 */

const text = { type: () => String, nullable: true };
const requiredText = { type: () => String, nullable: false };
const yesNo = { type: () => Boolean, nullable: false };
const maybe = { type: () => Boolean, nullable: true };

export const MigrationFacts = externalType('MigrationFacts', {
  registered: yesNo,
  adult: maybe,
  birthDate: text,
  arrivalMunicipality: text,
  assignedMunicipality: text,
  assignedOn: text,
  assignedAt: text,
  residencePermit: yesNo,
});

const EpisodeFacts = externalType('EpisodeFacts', {
  abscondedAt: requiredText,
  discoveredAt: text,
  arrivalStage: yesNo,
  returnedAt: text,
  foundAt: text,
  leftCountryConfirmedAt: text,
});

export const MunicipalityFacts = externalType('MunicipalityFacts', {
  registered: yesNo,
  caseMunicipality: text,
  caseStatus: text,
  caseClosedAt: text,
  placementMunicipality: text,
  placedBy: text,
  episodes: { type: () => [EpisodeFacts], nullable: false },
  careOrderDecidedAt: text,
  careOrderExecutedAt: text,
  careOrderSubmittedAt: text,
  careAppliedAt: text,
  protectionAssessedAt: text,
  investigationOpenedAt: text,
  concernReceivedAt: text,
  concernToAssessAt: text,
  investigationClosedAt: text,
  nextRiskFollowUpOn: text,
  guardianInformedAt: text,
});

const FoundEventFacts = externalType('FoundEventFacts', { foundIn: requiredText, at: requiredText });

export const PoliceFacts = externalType('PoliceFacts', {
  registered: yesNo,
  missingReportedAt: text,
  foundEvents: { type: () => [FoundEventFacts], nullable: false },
});

export const GuardianshipFacts = externalType('GuardianshipFacts', {
  registered: yesNo,
  adult: maybe,
  hasGuardian: yesNo,
});

const DutyTakenFacts = externalType('DutyTakenFacts', {
  kind: requiredText,
  dueAt: requiredText,
  owner: requiredText,
  takenAt: requiredText,
});
const taken = { type: () => [DutyTakenFacts], nullable: false };

/** What deadlines alone stand on: the main question does not read it. */
export const MigrationDuties = externalType('MigrationDuties', { appliedOn: text, taken });

export const MunicipalityDuties = externalType('MunicipalityDuties', {
  migrationAgencyInformedAt: text,
  nextMeetingOn: text,
  careSince: text,
  careReviewedOn: text,
  concernDecidedAt: text,
  reporterToldAt: text,
  transferRequestedAt: text,
  transferAnsweredAt: text,
  taken,
});

export const PoliceDuties = externalType('PoliceDuties', { taken });

export const GuardianshipDuties = externalType('GuardianshipDuties', { appointedOn: text, taken });

interface ExternalField {
  readonly type: () => unknown;
  readonly nullable: boolean;
}

function externalType(name: string, fields: Readonly<Record<string, ExternalField>>): new () => object {
  class Facts {}
  for (const [field, { type, nullable }] of Object.entries(fields)) {
    Field(type as () => typeof String, { nullable })(Facts.prototype, field);
    Directive('@external')(Facts.prototype, field);
  }
  Directive('@inaccessible')(Facts);
  ObjectType(name)(Facts);
  return Facts;
}
