import type { SubgraphContext } from '../../shared/context';
import { loadPage, numbers, type Page, type Position } from '../../shared/graph/page';
import type { AlarmKind } from './alarms';

/** A sign that somebody may be fishing for children. */
export interface AlarmRecord {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly at: Date;
  readonly principal: string;
  readonly role: string;
  readonly agency: string;
  readonly municipality: string | null;
  readonly purpose: string;
  readonly budget: string | null;
  readonly child: string | null;
  readonly times: number | null;
}

/** The alarms about the reviewer's own agency, newest first; the hub's own reviewer sees all. */
export function loadAlarms(
  context: SubgraphContext,
  page: { readonly first: number; readonly after?: string | null | undefined },
): Promise<Page<AlarmRecord>> {
  return loadPage<AlarmRecord>({
    ...page,
    positionOf: (alarm) => alarm,
    ids: numbers,
    fetch: (after, limit) => fetchAlarms(context, after, limit),
    keep: async (alarms) => [...alarms],
  });
}

/** A municipality's reviewer, and a board's, sees that municipality's; a token without one shows none. */
const own = `$1 = 'HUB' OR (agency = $1 AND ($1 NOT IN ('MUNICIPALITY', 'GUARDIANSHIP_BOARD') OR municipality = $2))`;

function fetchAlarms(
  { assertion, query }: SubgraphContext,
  after: Position | null,
  limit: number,
): Promise<AlarmRecord[]> {
  const { role, agency, municipality } = assertion.principal;
  if (role !== 'AUDITOR' || assertion.purpose !== 'AUDIT') return Promise.resolve([]);
  return query<AlarmRecord>(
    `SELECT id::text, kind, raised_at AS at, principal, role, agency, municipality, purpose, budget, child, times
     FROM fishing_alarm WHERE (${own})
       AND ($3::timestamptz IS NULL OR (raised_at, id) < ($3::timestamptz, $4::bigint))
     ORDER BY raised_at DESC, id DESC LIMIT $5`,
    [agency, municipality, after?.at ?? null, after?.id ?? null, limit],
  );
}
