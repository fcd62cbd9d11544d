import { cleanTables } from '../../subgraphs/shared/retention/cleanTables';
import { eraseChild, HeldFromErasure, type ErasureOrder } from '../../subgraphs/shared/retention/eraseChild';
import type { Sql } from '../../subgraphs/shared/retention/sql';
import { eraseChildLinkage } from '../audit/eraseLinkage';
import { erasableAt, isAgency, subgraphOf, type OpenPlaces, type Place } from './places';

export interface Erased {
  readonly place: Place;
  /** Rows, by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** A legal hold keeps it there. */
  readonly held: boolean;
  /** Why it was not erased, or what is left to do. */
  readonly problem: string | null;
}

/**
 * Erases a child place by place; one that a legal hold keeps is told and stays. While the hub runs, what one place has
 * lost another may still ask about, and that is noted: so it is done once more at the end.
 */
export async function eraseEverywhere(
  databases: OpenPlaces,
  places: readonly Place[],
  order: Omit<ErasureOrder, 'operations'>,
  wipe: boolean,
): Promise<Erased[]> {
  const erased = new Map<Place, Erased>();
  for (const place of [...places, ...places]) {
    if (erased.get(place)?.held) continue;
    const { counts: more, ...rest } = await eraseAt(databases, place, order);
    const counts = { ...erased.get(place)?.counts };
    for (const [table, rows] of Object.entries(more)) counts[table] = (counts[table] ?? 0) + rows;
    erased.set(place, { place, counts, ...rest });
  }
  for (const { place, counts, held } of erased.values())
    if (!held) await cleanAt(databases, place, counts, wipe);
  return [...erased.values()];
}

async function eraseAt(
  databases: OpenPlaces,
  place: Place,
  order: Omit<ErasureOrder, 'operations'>,
): Promise<Omit<Erased, 'place'>> {
  const sql = (await databases.open(subgraphOf(place)))!;
  const logs = isAgency(place) ? null : await openLogs(databases);
  const operations = logs?.audit ? await findOperations(logs.audit, order.child) : [];
  try {
    const own = await eraseChild(sql, erasableAt(place), { ...order, operations });
    if (!logs) return { counts: own, held: false, problem: null };
    const counts = { ...own, ...(await eraseFromLogs(logs, order.child)) };
    return { counts, held: false, problem: describeAbsent(logs) };
  } catch (error) {
    if (!(error instanceof HeldFromErasure)) throw error;
    return { counts: {}, held: true, problem: error.message };
  }
}

async function cleanAt(
  databases: OpenPlaces,
  place: Place,
  counts: Erased['counts'],
  wipe: boolean,
): Promise<void> {
  const names = isAgency(place) ? [place] : (['identification', 'audit', 'events'] as const);
  for (const name of names) {
    const schema = name === 'audit' || name === 'events' ? name : 'public';
    const here = Object.keys(counts).filter((table) => schemaOf(table) === schema);
    const sql = here.length > 0 ? await databases.open(name) : null;
    if (sql) await cleanTables(sql, here, wipe);
  }
}

function schemaOf(table: string): string {
  return table.includes('.') ? table.split('.')[0]! : 'public';
}

interface Logs {
  readonly audit: Sql | null;
  readonly events: Sql | null;
}

async function openLogs(databases: OpenPlaces): Promise<Logs> {
  return { audit: await databases.open('audit'), events: await databases.open('events') };
}

async function findOperations(audit: Sql, child: string): Promise<string[]> {
  const rows = await audit.query<{ id: string }>(
    'SELECT DISTINCT operation_id::text AS id FROM audit.entry WHERE child = $1',
    [child],
  );
  return rows.map(({ id }) => id);
}

async function eraseFromLogs({ audit, events }: Logs, child: string): Promise<Record<string, number>> {
  const gone = await events?.query('DELETE FROM events.event WHERE child = $1 RETURNING 1', [child]);
  return {
    ...(audit && { 'audit.entry': await eraseChildLinkage(audit, child) }),
    ...(gone && { 'events.event': gone.length }),
  };
}

function describeAbsent({ audit, events }: Logs): string | null {
  const absent = [
    ...(audit ? [] : ['the log of questions (DATABASE_URL_AUDIT)']),
    ...(events
      ? []
      : ['the log of events (DATABASE_URL_EVENTS; on NATS it forgets by itself, EVENTS_KEEP_MONTHS)']),
  ];
  return absent.length === 0
    ? null
    : `not reachable from here, and so not erased from: ${absent.join('; ')}.`;
}
