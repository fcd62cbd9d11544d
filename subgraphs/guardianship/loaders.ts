import { dutiesTaken } from '../shared/duty/dutyTakenFacts';
import type { SubgraphContext } from '../shared/context';
import { factRows } from '../shared/access/factRows';
import { jsonObject, judgedObject } from '../shared/loading/judgedObject';
import { latestBy, mergeFields } from '../shared/loading/mergeRows';
import type { FieldSources, FieldSql } from '../shared/loading/rowLoader';
import { localDate } from '../shared/time/stockholm';
import { currentOrLast, isInForce } from './inForce';
import type { Guardianship } from './resolvers/guardianship';

/** How each field is read. Nested objects are JSON, in which PostgreSQL writes days as YYYY-MM-DD. */
export const sources: FieldSources = {
  fields: { guardian, guardianship },
  hubFields: {
    guardianshipFacts: { rows: factRows, sql: guardianshipFacts },
    guardianshipDuties: { rows: factRows, sql: guardianshipDuties },
  },
  merge: {
    guardianship: latestBy('appointedOn'),
    guardianshipFacts: mergeFields(),
    guardianshipDuties: mergeFields(),
  },
};

function guardian(...[gate, now]: Parameters<FieldSql>): string {
  const columns = { name: 'g.guardian_name', phone: 'g.phone', email: 'g.email' };
  return `(SELECT ${judgedObject(gate, 'Guardian', columns)}
    FROM guardianship g WHERE g.child_id = c.id AND ${isInForce(gate.bind(localDate(now)))}
    ORDER BY g.appointed_on DESC, g.id DESC LIMIT 1)`;
}

function guardianship(...[gate, now]: Parameters<FieldSql>): string {
  const columns = guardianshipColumns(() => gate.bind(localDate(now)));
  return `(SELECT ${judgedObject(gate, 'Guardianship', columns)} ${currentOrLast})`;
}

function guardianshipFacts(...[gate, now]: Parameters<FieldSql>): string {
  return jsonObject({
    registered: 'true',
    adult: 'c.adult_decision',
    hasGuardian: `EXISTS (SELECT FROM guardianship g
      WHERE g.child_id = c.id AND ${isInForce(gate.bind(localDate(now)))})`,
  });
}

function guardianshipDuties(): string {
  return jsonObject({
    appointedOn: '(SELECT min(g.appointed_on) FROM guardianship g WHERE g.child_id = c.id)',
    taken: dutiesTaken,
  });
}

/** The guardianship as the officer who has just recorded it sees it. */
export async function readOwnGuardianship(
  { query, now }: Pick<SubgraphContext, 'query' | 'now'>,
  id: string,
): Promise<Guardianship> {
  const { status, ...columns } = guardianshipColumns(() => '$2');
  const [row] = await query<{ record: Guardianship }>(
    `SELECT ${jsonObject({ ...columns, status: status() })} AS record FROM guardianship g WHERE g.id = $1`,
    [id, localDate(now)],
  );
  return row!.record;
}

/** @param today SQL for the date in Stockholm */
function guardianshipColumns(today: () => string) {
  return {
    kind: 'g.kind',
    status: () => `CASE WHEN ${isInForce(today())} THEN 'ACTIVE' ELSE 'ENDED' END`,
    board: 'g.board_municipality',
    boardContact: 'g.board_contact',
    appointedOn: 'g.appointed_on',
    endedOn: 'g.ended_on',
    endReason: 'g.end_reason',
    petitionForCustodian: 'g.petition_for_custodian_on IS NOT NULL',
    watchedSince: 'g.watched_since',
    version: 'g.version',
    reports,
  };
}

const midnightOf = (day: string): string => `${day}::timestamp AT TIME ZONE 'Europe/Stockholm'`;

/** Made by this guardian: what an earlier one told the board is between those two. */
const reports = `(SELECT coalesce(json_agg(${jsonObject({
  id: 'r.id::text',
  kind: 'r.kind',
  happenedAt: 'r.happened_at',
  receivedAt: 'r.received_at',
  answers: 'r.answers',
})} ORDER BY r.id DESC), '[]') FROM guardian_report r WHERE r.child_id = g.child_id
  AND r.received_at >= ${midnightOf('g.appointed_on')}
  AND (g.ended_on IS NULL OR r.received_at < ${midnightOf('g.ended_on')}))`;
