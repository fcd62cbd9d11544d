import type { RegisterColumns } from '../shared/database/security/registerColumns';

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
      'MissingPersonReport.version': ['version'],
    },
    hubFacts: ['report_number', 'reported_at'],
    accessFacts: ['status'],
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
    },
    hubFacts: ['id', 'at', 'found_in'],
    accessFacts: ['at'],
  },
};
