import { jsonObject, judgedObject, ownObject, type JudgedColumns } from '../../shared/loading/judgedObject';
import type { FieldSql } from '../../shared/loading/rowLoader';
import { stockholmDay } from '../../shared/loading/sqlTime';

export const episodes: FieldSql = (gate, now) => {
  // How often a child has absconded is history too: without that row only the latest absconding is shown.
  const shown = `${gate.test('municipality.abscondingHistory')} OR NOT EXISTS (SELECT FROM absconding_episode later
    WHERE later.child_id = c.id AND (later.absconded_at, later.id) > (e.absconded_at, e.id))`;
  const episode = episodeObject(
    (type, columns) => judgedObject(gate, type, columns),
    () => gate.bind(now.toISOString()),
  );
  const list = `json_agg(${episode} ORDER BY e.absconded_at DESC, e.id DESC)`;
  return `(SELECT coalesce(${list}, '[]') FROM absconding_episode e WHERE e.child_id = c.id AND (${shown}))`;
};

/** An episode `e` as whoever has just written it sees it; `$2` is the moment. */
export function ownEpisode(): string {
  return episodeObject(
    (_type, columns) => ownObject(columns),
    () => '$2',
  );
}

function episodeObject(
  toObject: (type: string, columns: JudgedColumns) => string,
  now: () => string,
): string {
  return toObject('AbscondingEpisode', {
    id: 'e.id',
    abscondedAt: 'e.absconded_at',
    discoveredAt: 'e.discovered_at',
    discoveredBy: 'e.discovered_by',
    arrivalStage: 'e.arrival_stage',
    abscondedFrom: 'e.absconded_from',
    placementType: 'e.placement_type',
    presumedCause: 'e.presumed_cause',
    causeNote: 'e.cause_note',
    onwardCountry: 'e.onward_country',
    status: () => episodeStatus(now()),
    reportedToPoliceAt: 'e.reported_to_police_at',
    guardianInformedAt: 'e.guardian_informed_at',
    returnedAt: 'e.returned_at',
    foundAt: 'e.found_at',
    foundBy: 'e.found_by',
    foundWhere: 'e.found_where',
    condition: 'e.condition',
    measuresOffered: 'e.measures_offered',
    leftCountryConfirmedAt: 'e.left_country_confirmed_at',
    leftCountryConfirmedBy: 'e.left_country_confirmed_by',
    notedMissingOn: 'e.noted_missing_on',
    informed,
    meetings,
    conversation: () =>
      `CASE WHEN e.conversation_on IS NOT NULL THEN ${toObject('ReturnConversation', conversation)} END`,
    version: 'e.version',
  });
}

const conversation = {
  heldOn: 'e.conversation_on',
  happened: 'e.conversation_happened',
  whereabouts: 'e.conversation_whereabouts',
  company: 'e.conversation_company',
  crimeSuspected: 'e.crime_suspected',
};

const informed = `(SELECT coalesce(json_agg(${jsonObject({
  receiver: 'i.receiver',
  sender: 'i.sender',
  subject: 'i.subject',
  at: 'i.informed_at',
  contents: 'i.contents',
  basis: 'i.basis',
})} ORDER BY i.informed_at, i.id), '[]') FROM informed i WHERE i.episode_id = e.id)`;

const meetings = `(SELECT coalesce(json_agg(${jsonObject({
  heldAt: 'm.held_at',
  participants: 'm.participants',
  outcome: 'm.outcome',
  nextOn: 'm.next_on',
})} ORDER BY m.held_at, m.id), '[]') FROM reconciliation_meeting m WHERE m.episode_id = e.id)`;

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
