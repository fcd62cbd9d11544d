import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import type { BreakGlass } from '../entities/breakGlass';
import { loadDesk } from './desk';
import { glassColumns } from './glasses';
import { glassStateOf, type GlassState } from './glassState';
import { loadPage, uuids, type Page } from '../../shared/graph/page';
import { isOwnReviewer } from './reviewGlass';
import { selectColumns } from '../../shared/writing/rows';

interface PageInput {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Broken glasses for a reviewer, newest first: all for the hub's, for an agency's its staff's and its data's. */
export function listGlasses(
  context: SubgraphContext,
  { state, first, after }: PageInput & { readonly state?: GlassState | null | undefined },
): Promise<Page<BreakGlass>> {
  const { agency } = context.assertion.principal;
  return loadPage({
    first,
    after,
    positionOf: ({ openedAt, id }) => ({ at: openedAt, id }),
    ids: uuids,
    fetch: (position, limit) =>
      context.query<BreakGlass>(
        `SELECT ${selectColumns(glassColumns)} FROM break_glass WHERE ($1 = 'HUB' OR agency = $1 OR $1 = ANY(owners))
         AND ($2::timestamptz IS NULL OR (opened_at, id) < ($2, $3)) ORDER BY opened_at DESC, id DESC LIMIT $4`,
        [agency, position?.at ?? null, position?.id ?? null, limit],
      ),
    keep: async (rows) => {
      const wanted = rows.filter((row) => !state || glassStateOf(row, context.now) === state);
      if (agency === 'HUB') return wanted;
      const desk = await loadDesk(
        context,
        wanted.filter((row) => !isOwnReviewer(context, row)).map(({ child }) => child),
      );
      return wanted.filter(
        (row) => isOwnReviewer(context, row) || row.owners.some((owner) => desk.isTold(owner, row.child)),
      );
    },
  });
}

/** A notice with the glass it is about. */
export interface Notice {
  readonly id: string;
  readonly owner: Agency;
  readonly noticedAt: Date;
  readonly breakGlass: BreakGlass;
}

/** What was opened of the caller's own agency's data without its decision, newest first. */
export function listNotices(context: SubgraphContext, { first, after }: PageInput): Promise<Page<Notice>> {
  const { agency } = context.assertion.principal;
  return loadPage({
    first,
    after,
    positionOf: ({ noticedAt, id }) => ({ at: noticedAt, id }),
    ids: uuids,
    fetch: async (position, limit) => {
      const rows = await context.query<BreakGlass & { noticeId: string; noticedAt: Date }>(
        `SELECT ${selectColumns(glassColumns, 'b')}, n.id AS "noticeId", n.noticed_at AS "noticedAt"
         FROM owner_notice n JOIN break_glass b ON b.id = n.break_glass_id WHERE n.owner = $1
         AND ($2::timestamptz IS NULL OR (n.noticed_at, n.id) < ($2, $3))
         ORDER BY n.noticed_at DESC, n.id DESC LIMIT $4`,
        [agency, position?.at ?? null, position?.id ?? null, limit],
      );
      return rows.map(({ noticeId: id, noticedAt, ...breakGlass }) => ({
        id,
        owner: agency,
        noticedAt,
        breakGlass,
      }));
    },
    keep: async (notices) => {
      const desk = await loadDesk(
        context,
        notices.map(({ breakGlass }) => breakGlass.child),
      );
      return notices.filter(({ owner, breakGlass }) => desk.isTold(owner, breakGlass.child));
    },
  });
}
