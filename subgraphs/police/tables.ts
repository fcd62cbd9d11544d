import type { TableLoad } from '../shared/database/bulkLoad';
import { searchKeys } from '../shared/matching';
import type { PoliceRecord } from './records';

/** The register's tables, parents first, and what of a record goes into each. */
export const tables: readonly TableLoad<PoliceRecord>[] = [
  {
    table: 'child',
    columns: [
      'id',
      'protected_identity',
      'identity',
      'search_keys',
      'national_alert_active',
      'suspected_victim',
      'suspected_offender',
    ],
    rows: (record) => [
      [
        record.id,
        record.protectedIdentity ?? false,
        record.identity,
        searchKeys(record.identity),
        record.nationalAlertActive ?? false,
        record.suspectedVictim ?? false,
        record.suspectedOffender ?? false,
      ],
    ],
  },
  {
    table: 'missing_person_report',
    columns: [
      'child_id',
      'report_number',
      'reported_at',
      'reported_by',
      'status',
      'last_seen_place',
      'last_seen_at',
      'closed_at',
      'outcome',
    ],
    rows: ({ id, missingPersonReports = [] }) =>
      missingPersonReports.map((report) => [
        id,
        report.reportNumber,
        report.reportedAt,
        report.reportedBy,
        report.status,
        report.lastSeenPlace,
        report.lastSeenAt,
        report.closedAt,
        report.outcome,
      ]),
  },
  {
    table: 'found_event',
    columns: ['child_id', 'id', 'found_in', 'at', 'by', 'place', 'condition', 'identity_known'],
    rows: ({ id, foundEvents = [] }) =>
      foundEvents.map((event) => [
        id,
        event.id,
        event.foundIn,
        event.at,
        event.by,
        event.place,
        event.condition,
        event.identityKnown,
      ]),
  },
];
