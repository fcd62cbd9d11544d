import { dutiesTaken } from '../../shared/duty/dutyTakenFacts';
import { jsonObject } from '../../shared/loading/judgedObject';
import { mergeFields } from '../../shared/loading/mergeRows';
import type { FieldSql } from '../../shared/loading/rowLoader';
import { instantText } from '../../shared/loading/sqlTime';
import { localDate } from '../../shared/time/stockholm';
import { careSince } from './placement';

/** What deadlines alone stand on: what is due without an absconding, and while the newest one goes on. */
export const municipalityDuties: FieldSql = (gate, now) => {
  const newestEpisode = (
    column: string,
  ): string => `(SELECT ${column} FROM absconding_episode e WHERE e.child_id = c.id
    ORDER BY e.absconded_at DESC, e.id DESC LIMIT 1)`;
  const request = (column: string): string => `(SELECT ${column} FROM handover h WHERE h.child_id = c.id
    AND h.transfer_requested ORDER BY h.handed_over_at DESC, h.id DESC LIMIT 1)`;
  // Of several reporters the one who has waited longest, then the one who was told last.
  const reply = (column: string): string => `(SELECT ${column} FROM protection_case k WHERE k.child_id = c.id
    AND k.concern_id IS NOT NULL AND k.decided_at IS NOT NULL
    ORDER BY k.reporter_told_at DESC NULLS FIRST, k.decided_at, k.id LIMIT 1)`;
  return jsonObject({
    abscondedAt: `(SELECT ${instantText('max(e.absconded_at)')} FROM absconding_episode e WHERE e.child_id = c.id)`,
    migrationAgencyInformedAt: newestEpisode(instantText('e.migration_agency_informed_at')),
    nextMeetingOn: `(SELECT r.next_on FROM reconciliation_meeting r WHERE r.episode_id = ${newestEpisode('e.id')}
      ORDER BY r.held_at DESC, r.id DESC LIMIT 1)`,
    careSince: careSince(gate.bind(localDate(now))),
    careReviewedOn: `(SELECT max(v.reviewed_on) FROM care_review v WHERE v.child_id = c.id)`,
    concernDecidedAt: reply(instantText('k.decided_at')),
    reporterToldAt: reply(instantText('k.reporter_told_at')),
    transferRequestedAt: request(instantText('h.handed_over_at')),
    // The case taken over is an answer, too.
    transferAnsweredAt: request(
      instantText(`least(h.taken_over_at, h.answered_on::timestamp AT TIME ZONE 'Europe/Stockholm')`),
    ),
    taken: dutiesTaken,
  });
};

/** The newest absconding, review, reply and request count, whichever reference they stand under. */
export const mergeMunicipalityDuties = mergeFields(
  ['abscondedAt', 'migrationAgencyInformedAt', 'nextMeetingOn'],
  ['careSince'],
  ['careReviewedOn'],
  ['concernDecidedAt', 'reporterToldAt'],
  ['transferRequestedAt', 'transferAnsweredAt'],
);
