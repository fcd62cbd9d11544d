/** Every public field of a child that the municipalities give. */
export const everything = `
  socialCase {
    municipality { code name } status openedOn closedOn caseNumber
    socialWorkerName socialWorkerPhone unit guardianConsultedOn
  }
  placement { type municipality { code } placedBy { name county { name } } since until name address }
  episodes {
    id abscondedAt discoveredAt arrivalStage abscondedFrom { name } presumedCause status reportedToPoliceAt
    returnedAt foundAt foundBy foundWhere condition measuresOffered notedMissingOn
  }
  riskAssessment {
    assessedOn items { code present note } checklistVersion lifeDanger nextFollowUpOn
    plan { area measure responsible followUpOn }
  }
  description { heightCm build hair eyes marks clothing photoUrl updatedOn }
  careOrder {
    kind decidedOn executedOn submittedOn appliedOn inForce handrackningRequested handrackningRequestedOn grounds
  }`;

/** What the hub's rules are computed from. */
export const facts = `municipalityFacts {
  registered caseMunicipality caseStatus caseClosedAt placementMunicipality placedBy
  episodes { abscondedAt discoveredAt arrivalStage returnedAt foundAt leftCountryConfirmedAt }
  careOrderDecidedAt careOrderExecutedAt careOrderSubmittedAt careAppliedAt
  protectionAssessedAt investigationOpenedAt concernReceivedAt concernToAssessAt investigationClosedAt
  nextRiskFollowUpOn guardianInformedAt
}`;
