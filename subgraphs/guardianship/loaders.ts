import { factRows } from '../shared/access/factRows';
import { jsonObject, judgedObject } from '../shared/loading/judgedObject';
import { latestBy, mergeFields } from '../shared/loading/mergeRows';
import type { FieldSources, FieldSql } from '../shared/loading/rowLoader';
import { localDate } from '../shared/time/stockholm';
import { currentOrLast, isInForce } from './inForce';

/** How each field is read. Nested objects are JSON, in which PostgreSQL writes days as YYYY-MM-DD. */
export const sources: FieldSources = {
  fields: { guardian, guardianship },
  hubFields: { guardianshipFacts: { rows: factRows, sql: guardianshipFacts } },
  merge: { guardianship: latestBy('appointedOn'), guardianshipFacts: mergeFields() },
};

function guardian(...[gate, now]: Parameters<FieldSql>): string {
  const columns = { name: 'g.guardian_name', phone: 'g.phone', email: 'g.email' };
  return `(SELECT ${judgedObject(gate, 'Guardian', columns)}
    FROM guardianship g WHERE g.child_id = c.id AND ${isInForce(gate.bind(localDate(now)))}
    ORDER BY g.appointed_on DESC, g.id DESC LIMIT 1)`;
}

function guardianship(...[gate, now]: Parameters<FieldSql>): string {
  const columns = {
    kind: 'g.kind',
    status: () => `CASE WHEN ${isInForce(gate.bind(localDate(now)))} THEN 'ACTIVE' ELSE 'ENDED' END`,
    board: 'g.board_municipality',
    boardContact: 'g.board_contact',
    appointedOn: 'g.appointed_on',
    endedOn: 'g.ended_on',
    endReason: 'g.end_reason',
    petitionForCustodian: 'g.petition_for_custodian_on IS NOT NULL',
    version: 'g.version',
  };
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
