import type { RegisterColumns } from '../shared/database/security/registerColumns';
import { dutyTakenColumns } from '../shared/duty/dutyTakenFacts';

/** What tells which guardianship is in force, or was last. */
const currentOrLast = ['id', 'appointed_on', 'ended_on'];

/** What each column is read for; PostgreSQL grants no more. */
export const columns: RegisterColumns = {
  child: {
    hubFacts: ['adult_decision'],
    accessFacts: ['secret_from_guardian'],
    search: ['identity', 'search_keys'],
    nobody: ['adult_decided_on'],
  },
  guardianship: {
    fields: {
      'Child.guardian': [...currentOrLast, 'guardian_name', 'phone', 'email'],
      'Child.guardianship': currentOrLast,
      'Guardianship.kind': ['kind'],
      'Guardianship.status': ['ended_on'],
      'Guardianship.board': ['board_municipality'],
      'Guardianship.boardContact': ['board_contact'],
      'Guardianship.appointedOn': ['appointed_on'],
      'Guardianship.endedOn': ['ended_on'],
      'Guardianship.endReason': ['end_reason'],
      'Guardianship.petitionForCustodian': ['petition_for_custodian_on'],
      'Guardianship.watchedSince': ['watched_since'],
      'Guardianship.version': ['version'],
      'Guardianship.reports': currentOrLast,
    },
    hubFacts: ['appointed_on', 'ended_on'],
    accessFacts: [...currentOrLast, 'guardian_principal', 'board_municipality'],
  },
  guardian_report: {
    fields: { 'Guardianship.reports': ['id', 'kind', 'happened_at', 'received_at', 'answers'] },
  },
  duty_taken: dutyTakenColumns,
};
