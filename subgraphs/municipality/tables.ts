import type { TableLoad } from '../shared/database/bulkLoad';
import { searchKeys } from '../shared/matching';
import type { MunicipalityRecord } from './records';

/** What of a record goes into the tables of an assessment. */
export const assessmentTables: readonly TableLoad<Assessed>[] = [
  tableOf('risk_assessment', (record: Assessed) => record.riskAssessments, {
    id: (each) => each.id,
    assessed_on: (each) => each.assessedOn,
    checklist_version: (each) => each.checklistVersion,
    life_danger: (each) => each.lifeDanger,
    next_follow_up_on: (each) => each.nextFollowUpOn,
  }),
  tableOf('risk_item', (record: Assessed) => ofAssessments(record, (assessment) => assessment.items), {
    assessment_id: (each) => each.assessmentId,
    code: (each) => each.code,
    present: (each) => each.present,
    note: (each) => each.note,
  }),
  tableOf(
    'risk_plan_item',
    (record: Assessed) => ofAssessments(record, (assessment) => assessment.plan ?? []),
    {
      assessment_id: (each) => each.assessmentId,
      area: (each) => each.area,
      measure: (each) => each.measure,
      responsible: (each) => each.responsible,
      follow_up_on: (each) => each.followUpOn,
    },
  ),
];

/** The register's tables, parents first, and what of a record goes into each. */
export const tables: readonly TableLoad<MunicipalityRecord>[] = [
  {
    table: 'child',
    columns: ['id', 'protected_identity', 'identity', 'search_keys'],
    rows: ({ id, protectedIdentity = false, identity }) => [
      [id, protectedIdentity, identity, searchKeys(identity)],
    ],
  },
  tableOf('social_case', (record) => record.socialCases, {
    municipality: (each) => each.municipality,
    status: (each) => each.status,
    opened_on: (each) => each.openedOn,
    closed_on: (each) => each.closedOn,
    case_number: (each) => each.caseNumber,
    social_worker_name: (each) => each.socialWorkerName,
    social_worker_phone: (each) => each.socialWorkerPhone,
    unit: (each) => each.unit,
    guardian_consulted_on: (each) => each.guardianConsultedOn,
    guardian_opinion: (each) => each.guardianOpinion,
  }),
  tableOf('placement', (record) => record.placements, {
    type: (each) => each.type,
    municipality: (each) => each.municipality,
    placed_by: (each) => each.placedBy,
    since: (each) => each.since,
    until: (each) => each.until,
    name: (each) => each.name,
    address: (each) => each.address,
  }),
  tableOf('absconding_episode', (record) => record.episodes, {
    id: (each) => each.id,
    absconded_at: (each) => each.abscondedAt,
    discovered_at: (each) => each.discoveredAt,
    arrival_stage: (each) => each.arrivalStage,
    absconded_from: (each) => each.abscondedFrom,
    presumed_cause: (each) => each.presumedCause,
    cause_note: (each) => each.causeNote,
    discovered_by: (each) => each.discoveredBy,
    placement_type: (each) => each.placementType,
    onward_country: (each) => each.onwardCountry,
    asylum_grounds: (each) => each.asylumGrounds,
    citizenship: (each) => each.citizenship,
    reported_to_police_at: (each) => each.reportedToPoliceAt,
    guardian_informed_at: (each) => each.guardianInformedAt,
    migration_agency_informed_at: (each) => each.migrationAgencyInformedAt,
    found_at: (each) => each.foundAt,
    found_by: (each) => each.foundBy,
    found_where: (each) => each.foundWhere,
    condition: (each) => each.condition ?? [],
    returned_at: (each) => each.returnedAt,
    measures_offered: (each) => each.measuresOffered,
    left_country_confirmed_at: (each) => each.leftCountryConfirmedAt,
    left_country_confirmed_by: (each) => each.leftCountryConfirmedBy,
    noted_missing_on: (each) => each.notedMissingOn,
  }),
  ...assessmentTables,
  tableOf('child_description', ({ description }) => (description ? [description] : []), {
    height_cm: (each) => each.heightCm,
    build: (each) => each.build,
    hair: (each) => each.hair,
    eyes: (each) => each.eyes,
    marks: (each) => each.marks,
    clothing: (each) => each.clothing,
    photo_url: (each) => each.photoUrl,
    photo_agreed_on: (each) => each.photoAgreedOn,
    updated_on: (each) => each.updatedOn,
  }),
  tableOf('care_order', (record) => record.careOrders, {
    kind: (each) => each.kind,
    decided_at: (each) => each.decidedAt,
    executed_at: (each) => each.executedAt,
    submitted_at: (each) => each.submittedAt,
    applied_at: (each) => each.appliedAt,
    ended_at: (each) => each.endedAt,
    grounds: (each) => each.grounds,
    handrackning_requested_at: (each) => each.handrackningRequestedAt,
    handrackning_ground: (each) => each.handrackningGround,
  }),
  tableOf('care_review', (record) => record.careReviews, {
    reviewed_on: (each) => each.reviewedOn,
    kind: (each) => each.kind,
    outcome: (each) => each.outcome,
  }),
  tableOf('protection_case', (record) => record.protectionCases, {
    municipality: (each) => each.municipality,
    concern_received_at: (each) => each.concernReceivedAt,
    protection_assessed_at: (each) => each.protectionAssessedAt,
    investigation_opened_at: (each) => each.investigationOpenedAt,
    investigation_closed_at: (each) => each.investigationClosedAt,
    decision: (each) => each.decision,
    decided_at: (each) => each.decidedAt,
    reporter_told_at: (each) => each.reporterToldAt,
  }),
  tableOf('release', (record) => record.releases, {
    to_agency: (each) => each.toAgency,
    rows: (each) => each.rows,
    basis: (each) => each.basis,
    released_at: (each) => each.releasedAt,
    expires_at: (each) => each.expiresAt,
    released_by: (each) => each.releasedBy,
  }),
];

/** A table whose rows are parts of a child's record: each column and how a part gives it. */
function tableOf<Part, Whole extends { readonly id: string } = MunicipalityRecord>(
  table: string,
  parts: (record: Whole) => readonly Part[] | undefined,
  columns: Readonly<Record<string, (part: Part) => unknown>>,
): TableLoad<Whole> {
  return {
    table,
    columns: ['child_id', ...Object.keys(columns)],
    rows: (record) =>
      (parts(record) ?? []).map((part) => [record.id, ...Object.values(columns).map((read) => read(part))]),
  };
}

/** The part of a record that its assessments are. */
type Assessed = Pick<MunicipalityRecord, 'id' | 'riskAssessments'>;

type Assessment = NonNullable<MunicipalityRecord['riskAssessments']>[number];

function ofAssessments<Part>(
  { riskAssessments = [] }: Pick<MunicipalityRecord, 'riskAssessments'>,
  parts: (assessment: Assessment) => readonly Part[],
): (Part & { assessmentId: string })[] {
  return riskAssessments.flatMap((assessment) =>
    parts(assessment).map((part) => ({ ...part, assessmentId: assessment.id })),
  );
}
