import type { RegisterColumns, TableColumns } from '../shared/database/security/registerColumns';
import { dutyTakenColumns } from '../shared/duty/dutyTakenFacts';

/** What tells which case is the latest. */
const latestCase = ['id', 'opened_on', 'status'];

const socialCase: TableColumns = {
  fields: {
    'Child.socialCase': latestCase,
    'SocialCase.municipality': ['municipality'],
    'SocialCase.status': ['status'],
    'SocialCase.openedOn': ['opened_on'],
    'SocialCase.closedOn': ['closed_on'],
    'SocialCase.caseNumber': ['case_number'],
    'SocialCase.socialWorkerName': ['social_worker_name'],
    'SocialCase.socialWorkerPhone': ['social_worker_phone'],
    'SocialCase.unit': ['unit'],
    'SocialCase.guardianConsultedOn': ['guardian_consulted_on'],
    'SocialCase.guardianOpinion': ['guardian_opinion'],
    'SocialCase.guardianOpinionNote': ['guardian_opinion_note'],
    'SocialCase.version': ['version'],
  },
  hubFacts: [...latestCase, 'municipality', 'closed_on', 'closed_at'],
  accessFacts: [...latestCase, 'municipality'],
};

/** The name and address of a shelter are withheld by the type. */
const placement: TableColumns = {
  fields: {
    'Child.placement': ['id', 'since', 'until'],
    'Placement.type': ['type'],
    'Placement.municipality': ['municipality'],
    'Placement.placedBy': ['placed_by'],
    'Placement.since': ['since'],
    'Placement.until': ['until'],
    'Placement.name': ['type', 'name'],
    'Placement.address': ['type', 'address'],
    'Placement.version': ['version'],
  },
  hubFacts: ['id', 'since', 'until', 'municipality', 'placed_by'],
};

const episode: TableColumns = {
  fields: {
    'Child.episodes': ['id', 'absconded_at'],
    'AbscondingEpisode.abscondedAt': ['absconded_at'],
    'AbscondingEpisode.discoveredAt': ['discovered_at'],
    'AbscondingEpisode.arrivalStage': ['arrival_stage'],
    'AbscondingEpisode.abscondedFrom': ['absconded_from'],
    'AbscondingEpisode.status': ['absconded_at', 'found_at', 'returned_at', 'left_country_confirmed_at'],
    'AbscondingEpisode.reportedToPoliceAt': ['reported_to_police_at'],
    'AbscondingEpisode.notedMissingOn': ['noted_missing_on'],
    'AbscondingEpisode.presumedCause': ['presumed_cause'],
    'AbscondingEpisode.causeNote': ['cause_note'],
    'AbscondingEpisode.onwardCountry': ['onward_country'],
    'AbscondingEpisode.discoveredBy': ['discovered_by'],
    'AbscondingEpisode.placementType': ['placement_type'],
    'AbscondingEpisode.guardianInformedAt': ['guardian_informed_at'],
    'AbscondingEpisode.leftCountryConfirmedAt': ['left_country_confirmed_at'],
    'AbscondingEpisode.leftCountryConfirmedBy': ['left_country_confirmed_by'],
    'AbscondingEpisode.informed': ['id'],
    'AbscondingEpisode.meetings': ['id'],
    'AbscondingEpisode.conversation': ['conversation_on'],
    'ReturnConversation.heldOn': ['conversation_on'],
    'ReturnConversation.happened': ['conversation_happened'],
    'ReturnConversation.whereabouts': ['conversation_whereabouts'],
    'ReturnConversation.crimeSuspected': ['crime_suspected'],
    'ReturnConversation.company': ['conversation_company'],
    'AbscondingEpisode.returnedAt': ['returned_at'],
    'AbscondingEpisode.foundAt': ['found_at'],
    'AbscondingEpisode.foundBy': ['found_by'],
    'AbscondingEpisode.foundWhere': ['found_where'],
    'AbscondingEpisode.condition': ['condition'],
    'AbscondingEpisode.measuresOffered': ['measures_offered'],
    'AbscondingEpisode.version': ['version'],
  },
  hubFacts: [
    'id',
    'absconded_at',
    'discovered_at',
    'arrival_stage',
    'guardian_informed_at',
    'migration_agency_informed_at',
    'found_at',
    'returned_at',
    'left_country_confirmed_at',
  ],
  accessFacts: ['absconded_at', 'absconded_from', 'found_at', 'returned_at', 'left_country_confirmed_at'],
  // Counted by the register's owner for figures (R23); of no child are they shown here.
  nobody: ['asylum_grounds', 'citizenship'],
};

const careOrder: TableColumns = {
  fields: {
    'Child.careOrder': ['id', 'kind', 'decided_at'],
    'CareOrder.kind': ['kind'],
    'CareOrder.decidedOn': ['decided_at'],
    'CareOrder.executedOn': ['executed_at'],
    'CareOrder.submittedOn': ['submitted_at'],
    'CareOrder.appliedOn': ['applied_at'],
    'CareOrder.inForce': ['decided_at', 'ended_at'],
    'CareOrder.handrackningRequested': ['handrackning_requested_at'],
    'CareOrder.handrackningRequestedOn': ['handrackning_requested_at'],
    'CareOrder.handrackningGround': ['handrackning_ground'],
    'CareOrder.grounds': ['grounds'],
    'CareOrder.version': ['version'],
  },
  hubFacts: ['id', 'kind', 'decided_at', 'executed_at', 'submitted_at', 'applied_at', 'ended_at'],
  accessFacts: ['decided_at', 'ended_at', 'handrackning_requested_at'],
};

/** What each column is read for; PostgreSQL grants no more. */
export const columns: RegisterColumns = {
  child: { search: ['identity', 'search_keys'] },
  social_case: socialCase,
  placement,
  absconding_episode: episode,
  risk_assessment: {
    fields: {
      'Child.riskAssessment': ['id', 'assessed_on'],
      'RiskAssessment.assessedOn': ['assessed_on'],
      'RiskAssessment.checklistVersion': ['checklist_version'],
      'RiskAssessment.lifeDanger': ['life_danger'],
      'RiskAssessment.nextFollowUpOn': ['next_follow_up_on'],
      'RiskAssessment.items': ['id'],
      'RiskAssessment.plan': ['id'],
      'RiskAssessment.version': ['version'],
    },
    hubFacts: ['id', 'assessed_on', 'next_follow_up_on'],
  },
  risk_item: {
    fields: { 'RiskAssessment.items': ['id', 'assessment_id', 'code', 'present', 'note'] },
  },
  risk_plan_item: {
    fields: {
      'RiskAssessment.plan': ['id', 'assessment_id', 'area', 'measure', 'responsible', 'follow_up_on'],
    },
  },
  child_description: {
    fields: {
      'ChildDescription.heightCm': ['height_cm'],
      'ChildDescription.build': ['build'],
      'ChildDescription.hair': ['hair'],
      'ChildDescription.eyes': ['eyes'],
      'ChildDescription.marks': ['marks'],
      'ChildDescription.clothing': ['clothing'],
      'ChildDescription.updatedOn': ['updated_on'],
      'ChildDescription.photoUrl': ['photo_url'],
      'ChildDescription.version': ['version'],
    },
    nobody: ['photo_agreed_on'],
  },
  care_order: careOrder,
  protection_case: {
    hubFacts: [
      'id',
      'concern_id',
      'decided_at',
      'reporter_told_at',
      'concern_received_at',
      'protection_assessed_at',
      'investigation_opened_at',
      'investigation_closed_at',
      'decision',
    ],
    accessFacts: [
      'municipality',
      'concern_id',
      'decided_at',
      'reporter_told_at',
      'investigation_opened_at',
      'investigation_closed_at',
    ],
    nobody: ['version'],
  },
  // What came in, from anybody about anybody: the municipality that was told reads it as the owner.
  concern: {
    nobody: [
      'id',
      'municipality',
      'received_at',
      'urgent',
      'text',
      'about',
      'contact',
      'reported_by',
      'reporter_role',
      'reporter_agency',
      'case_reference',
    ],
  },
  handover: {
    hubFacts: ['id', 'handed_over_at', 'taken_over_at', 'transfer_requested', 'answered_on'],
    nobody: [
      'from_municipality',
      'to_municipality',
      'accepted',
      'consent',
      'by_phone',
      'note',
      'handed_over_by',
    ],
  },
  care_review: { hubFacts: ['reviewed_on'], nobody: ['id', 'kind', 'outcome', 'reviewed_by'] },
  informed: {
    fields: {
      'AbscondingEpisode.informed': [
        'id',
        'episode_id',
        'receiver',
        'sender',
        'subject',
        'informed_at',
        'contents',
        'basis',
      ],
    },
  },
  reconciliation_meeting: {
    hubFacts: ['id', 'episode_id', 'held_at', 'next_on'],
    fields: {
      'AbscondingEpisode.meetings': ['id', 'episode_id', 'held_at', 'participants', 'outcome', 'next_on'],
    },
  },
  release: {
    accessFacts: ['to_agency', 'rows', 'released_at', 'expires_at', 'withdrawn_at'],
    nobody: [
      'id',
      'basis',
      'released_by',
      'municipality',
      'case_reference',
      'withdrawn_by',
      'idempotency_key',
      'fingerprint',
    ],
  },
  duty_taken: dutyTakenColumns,
};
