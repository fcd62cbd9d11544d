import type { FieldSql } from '../../shared/loading/rowLoader';
import { judgedObject } from '../../shared/loading/judgedObject';
import { stockholmDay } from '../../shared/loading/sqlTime';

export const episodes: FieldSql = (gate, now) => {
  const columns = {
    id: 'e.id',
    abscondedAt: 'e.absconded_at',
    discoveredAt: 'e.discovered_at',
    arrivalStage: 'e.arrival_stage',
    abscondedFrom: 'e.absconded_from',
    presumedCause: 'e.presumed_cause',
    status: () => episodeStatus(gate.bind(now.toISOString())),
    reportedToPoliceAt: 'e.reported_to_police_at',
    returnedAt: 'e.returned_at',
    foundAt: 'e.found_at',
    foundBy: 'e.found_by',
    foundWhere: 'e.found_where',
    condition: 'e.condition',
    measuresOffered: 'e.measures_offered',
    notedMissingOn: 'e.noted_missing_on',
    version: 'e.version',
  };
  // How often a child has absconded is history too: without that row only the latest absconding is shown.
  const shown = `${gate.test('municipality.abscondingHistory')} OR NOT EXISTS (SELECT FROM absconding_episode later
    WHERE later.child_id = c.id AND (later.absconded_at, later.id) > (e.absconded_at, e.id))`;
  const list = `json_agg(${judgedObject(gate, 'AbscondingEpisode', columns)} ORDER BY e.absconded_at DESC, e.id DESC)`;
  return `(SELECT coalesce(${list}, '[]') FROM absconding_episode e WHERE e.child_id = c.id AND (${shown}))`;
};

/**
 * Where an absconding stands at a moment, given as SQL (R02). Missing from the local midnight three calendar months
 * after the day of absconding, clamped at the month's end. A child found after it was said to have left the country
 * has not left it.
 */
function episodeStatus(now: string): string {
  const missingOn = `${stockholmDay('e.absconded_at')} + interval '3 months'`;
  const left = 'e.left_country_confirmed_at';
  return `CASE WHEN e.returned_at IS NOT NULL THEN 'RETURNED'
    WHEN e.found_at IS NOT NULL AND (${left} IS NULL OR e.found_at > ${left}) THEN 'FOUND'
    WHEN ${left} IS NOT NULL THEN 'CLOSED'
    WHEN ${stockholmDay(`${now}::timestamptz`)} >= ${missingOn} THEN 'MISSING'
    ELSE 'ABSCONDED' END`;
}
