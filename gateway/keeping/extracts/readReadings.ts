import { isAgency, type OpenPlaces, type Place } from '../places';
import type { Reading } from './extract';

/** Looks of investigations are not told (OSL 18:1, 35:1; dataskyddslagen 5:1). */
const agencyLog = `SELECT at, role, purpose, fields FROM disclosure
  WHERE children @> ARRAY[$1] AND role <> 'POLICE_INVESTIGATOR' AND cardinality(fields) > 0 ORDER BY at, id`;
const hubLog = `SELECT occurred_at AS at, role, purpose, fields_disclosed AS fields FROM audit.entry
  WHERE child = $1 AND role <> 'POLICE_INVESTIGATOR' AND cardinality(fields_disclosed) > 0 ORDER BY leaf_index`;

/**
 * Who was told what about a child, by the log of the place that told.
 * @throws when the log is not reachable: an extract without it would be taken for a whole one
 */
export async function readReadings(databases: OpenPlaces, place: Place, child: string): Promise<Reading[]> {
  const sql = await databases.open(isAgency(place) ? place : 'audit');
  if (!sql) throw new Error(`${place}: its log is not reachable from here (DATABASE_URL_AUDIT).`);
  const rows = await sql.query<{ at: Date; role: string; purpose: string | null; fields: string[] }>(
    isAgency(place) ? agencyLog : hubLog,
    [child],
  );
  return rows.map(({ at, ...reading }) => ({ at: at.toISOString(), ...reading }));
}
