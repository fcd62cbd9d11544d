import type { RegisterColumns } from '../shared/database/security/registerColumns';
import { dutyTakenColumns } from '../shared/duty/dutyTakenFacts';

/** What the agency's decision on age is found by. */
const ageDecision = ['id', 'authority', 'adult', 'decided_on', 'provisional'];

/** What each column is read for; PostgreSQL grants no more. */
export const columns: RegisterColumns = {
  child: {
    fields: {
      'Child.dossierNumber': ['dossier_number'],
      'Child.lmaNumber': ['lma_number'],
      'Child.birthDate': ['birth_date'],
      'Child.birthDateClaims': ['birth_date'],
      'Child.isMinor': ['birth_date'],
      'Child.sex': ['sex'],
      'Child.citizenship': ['citizenship'],
      'Child.arrivalMunicipality': ['arrival_municipality'],
    },
    hubFacts: ['birth_date', 'arrival_municipality'],
    accessFacts: ['birth_date', 'arrival_municipality'],
    search: ['identity', 'search_keys'],
    nobody: ['personal_number', 'phones'],
  },
  name_claim: {
    fields: {
      'Child.names': ['id', 'given', 'family', 'full_name', 'kind', 'stated_by', 'stated_on'],
    },
  },
  birth_date_claim: {
    fields: {
      'Child.birthDateClaims': ['id', 'date', 'year', 'kind', 'stated_age', 'stated_by', 'stated_on'],
    },
  },
  age_decision: {
    fields: {
      'Child.isMinor': ageDecision,
      'Child.ageAssessment': [...ageDecision, 'method'],
    },
    hubFacts: ageDecision,
    accessFacts: ageDecision,
  },
  spoken_language: {
    fields: { 'Child.languages': ['id', 'code', 'interpreter_needed'] },
  },
  assignment: {
    fields: {
      'Child.assignment': ['ended_on'],
      'Child.assignmentHistory': ['id', 'assigned_on'],
      'Assignment.municipality': ['municipality'],
      'Assignment.assignedOn': ['assigned_on'],
      'Assignment.ground': ['ground'],
      'Assignment.endedOn': ['ended_on'],
      'Assignment.current': ['ended_on'],
      'Assignment.version': ['version'],
    },
    hubFacts: ['municipality', 'assigned_on', 'ended_on', 'recorded_at'],
    accessFacts: ['municipality', 'ended_on'],
  },
  asylum_case: {
    fields: {
      'Child.asylumCase': ['id', 'opened_on'],
      'AsylumCase.status': ['status'],
      'AsylumCase.decision': ['decision'],
      'AsylumCase.decidedOn': ['decided_on'],
      'AsylumCase.appealPending': ['appeal_pending'],
      'AsylumCase.openedOn': ['opened_on'],
      'AsylumCase.closedOn': ['closed_on'],
      'AsylumCase.closingReason': ['closing_reason'],
      'AsylumCase.lmaEntitled': ['lma_entitled'],
      'AsylumCase.version': ['version'],
    },
    hubFacts: ['decision', 'decided_on', 'opened_on'],
    accessFacts: ['status', 'case_officer', 'opened_on'],
    nobody: ['guardian_asked_on'],
  },
  duty_taken: dutyTakenColumns,
};
