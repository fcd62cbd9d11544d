import type { RegisterColumns } from '../shared/database/security/registerColumns';
import { dutyTakenColumns } from '../shared/duty/dutyTakenFacts';

/** What each column is read for; PostgreSQL grants no more. */
export const columns: RegisterColumns = {
  child: {
    fields: {
      'Child.nationalAlertActive': ['national_alert_active'],
      'Child.suspectedVictimOfCrime': ['suspected_victim'],
    },
    search: ['identity', 'search_keys'],
    nobody: ['suspected_offender'],
  },
  missing_person_report: {
    fields: {
      'Child.missingPersonReport': ['report_number', 'reported_at'],
      'MissingPersonReport.reportNumber': ['report_number'],
      'MissingPersonReport.reportedAt': ['reported_at'],
      'MissingPersonReport.reportedBy': ['reported_by'],
      'MissingPersonReport.status': ['status'],
      'MissingPersonReport.lastSeenPlace': ['last_seen_place'],
      'MissingPersonReport.lastSeenAt': ['last_seen_at'],
      'MissingPersonReport.answers': ['form'],
      'MissingPersonReport.supplements': ['report_number'],
      'MissingPersonReport.closedAt': ['closed_at'],
      'MissingPersonReport.outcome': ['outcome'],
      'MissingPersonReport.version': ['version'],
    },
    hubFacts: ['report_number', 'reported_at'],
    accessFacts: ['status'],
  },
  report_supplement: {
    fields: {
      'MissingPersonReport.supplements': [
        'id',
        'report_number',
        'supplemented_at',
        'supplemented_by',
        'form',
      ],
    },
  },
  found_event: {
    fields: {
      'Child.foundEvents': ['id', 'at'],
      'FoundEvent.foundIn': ['found_in'],
      'FoundEvent.at': ['at'],
      'FoundEvent.by': ['by'],
      'FoundEvent.place': ['place'],
      'FoundEvent.condition': ['condition'],
      'FoundEvent.identityKnown': ['identity_known'],
      'FoundEvent.note': ['note'],
    },
    hubFacts: ['id', 'at', 'found_in'],
    accessFacts: ['at'],
    nobody: ['recorded_by'],
  },
  duty_taken: dutyTakenColumns,
};
