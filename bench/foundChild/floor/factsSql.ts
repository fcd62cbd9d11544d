/* One statement per register for the facts and duties of one child, `$1`; a day is `$2`, an instant `$3`. */

export const migrationSql = `SELECT json_build_object(
    'registered', true, 'adult', d.adult, 'birthDate', c.birth_date, 'arrivalMunicipality', c.arrival_municipality,
    'assignedMunicipality', a.municipality, 'assignedOn', a.assigned_on, 'assignedAt', a.recorded_at,
    'residencePermit', coalesce(k.decision = 'GRANTED', false)) AS facts,
  json_build_object('appliedOn', (SELECT min(opened_on) FROM asylum_case WHERE child_id = c.id)) AS duties
  FROM child c
  LEFT JOIN assignment a ON a.child_id = c.id AND a.ended_on IS NULL
  LEFT JOIN LATERAL (SELECT adult FROM age_decision WHERE child_id = c.id AND authority = 'MIGRATION_AGENCY'
    ORDER BY decided_on DESC, provisional, id DESC LIMIT 1) d ON true
  LEFT JOIN LATERAL (SELECT decision FROM asylum_case WHERE child_id = c.id AND decision <> 'PENDING'
    ORDER BY decided_on DESC NULLS LAST, opened_on DESC LIMIT 1) k ON true
  WHERE c.id = $1`;

export const municipalitySql = `SELECT json_build_object(
    'registered', true, 'caseMunicipality', s.municipality, 'caseStatus', s.status,
    'caseClosedAt', coalesce(s.closed_at,
      ((s.closed_on + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') - interval '1 millisecond'),
    'placementMunicipality', p.municipality, 'placedBy', p.placed_by,
    'careOrderDecidedAt', o.decided_at, 'careOrderExecutedAt', o.executed_at,
    'careOrderSubmittedAt', o.submitted_at, 'careAppliedAt', o.applied_at,
    'concernReceivedAt', w.concern_received_at, 'concernToAssessAt', w.concern_received_at, 'protectionAssessedAt', w.protection_assessed_at,
    'investigationOpenedAt', w.investigation_opened_at, 'investigationClosedAt', w.investigation_closed_at,
    'nextRiskFollowUpOn', r.next_follow_up_on, 'guardianInformedAt', (e.list->0)->>'guardianInformedAt',
    'episodes', coalesce(e.list, '[]')) AS facts,
  json_build_object('migrationAgencyInformedAt', (e.list->0)->>'migrationAgencyInformedAt',
    'nextMeetingOn', (SELECT next_on FROM reconciliation_meeting WHERE episode_id = (e.list->0)->>'id'
      ORDER BY held_at DESC, id DESC LIMIT 1),
    'careSince', CASE WHEN p.id IS NOT NULL THEN (SELECT max(f.since) FROM placement f WHERE f.child_id = c.id
      AND f.since <= $2::date AND NOT EXISTS (SELECT FROM placement b WHERE b.child_id = c.id
        AND b.since < f.since AND (b.until IS NULL OR b.until >= f.since - 1))) END,
    'careReviewedOn', (SELECT max(reviewed_on) FROM care_review WHERE child_id = c.id),
    'concernDecidedAt', n.decided_at, 'reporterToldAt', n.reporter_told_at,
    'transferRequestedAt', h.handed_over_at, 'transferAnsweredAt',
      least(h.taken_over_at, h.answered_on::timestamp AT TIME ZONE 'Europe/Stockholm')) AS duties
  FROM child c
  LEFT JOIN LATERAL (SELECT * FROM social_case WHERE child_id = c.id
    ORDER BY opened_on DESC, status DESC, id DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT * FROM placement WHERE child_id = c.id AND since <= $2::date
    AND (until IS NULL OR until >= $2::date) ORDER BY since DESC, id DESC LIMIT 1) p ON true
  LEFT JOIN LATERAL (SELECT * FROM care_order WHERE child_id = c.id AND kind = 'LVU_IMMEDIATE'
    AND (ended_at IS NULL OR ended_at > $3::timestamptz) ORDER BY decided_at DESC, id DESC LIMIT 1) o ON true
  LEFT JOIN LATERAL (SELECT * FROM protection_case WHERE child_id = c.id
    ORDER BY concern_received_at DESC, id DESC LIMIT 1) w ON true
  LEFT JOIN LATERAL (SELECT next_follow_up_on FROM risk_assessment WHERE child_id = c.id
    ORDER BY assessed_on DESC, id DESC LIMIT 1) r ON true
  LEFT JOIN LATERAL (SELECT decided_at, reporter_told_at FROM protection_case WHERE child_id = c.id
    AND concern_id IS NOT NULL AND decided_at IS NOT NULL
    ORDER BY reporter_told_at DESC NULLS FIRST, decided_at, id LIMIT 1) n ON true
  LEFT JOIN LATERAL (SELECT * FROM handover WHERE child_id = c.id AND transfer_requested
    ORDER BY handed_over_at DESC, id DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (SELECT json_agg(json_build_object('id', id, 'abscondedAt', absconded_at, 'discoveredAt', discovered_at,
      'arrivalStage', arrival_stage, 'returnedAt', returned_at, 'foundAt', found_at,
      'leftCountryConfirmedAt', left_country_confirmed_at, 'guardianInformedAt', guardian_informed_at,
      'migrationAgencyInformedAt', migration_agency_informed_at) ORDER BY absconded_at DESC, id DESC) AS list
    FROM absconding_episode WHERE child_id = c.id) e ON true
  WHERE c.id = $1`;

export const policeSql = `SELECT json_build_object('registered', true,
    'missingReportedAt', (SELECT reported_at FROM missing_person_report WHERE child_id = c.id
      ORDER BY reported_at DESC, report_number DESC LIMIT 1),
    'foundEvents', (SELECT coalesce(json_agg(json_build_object('foundIn', found_in, 'at', at)
      ORDER BY at DESC, id DESC), '[]') FROM found_event WHERE child_id = c.id)) AS facts
  FROM child c WHERE c.id = $1`;

export const guardianshipSql = `SELECT json_build_object('registered', true, 'adult', c.adult_decision,
    'hasGuardian', EXISTS (SELECT FROM guardianship WHERE child_id = c.id
      AND (ended_on IS NULL OR ended_on > $2::date))) AS facts,
  json_build_object('appointedOn', (SELECT min(appointed_on) FROM guardianship WHERE child_id = c.id)) AS duties
  FROM child c WHERE c.id = $1`;
