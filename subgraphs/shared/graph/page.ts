import type { SubgraphContext } from '../context';
import { badInput } from '../writing/badInput';

/** A place in a list that runs from the newest to the oldest. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PageOptions<Node> {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly positionOf: (node: Node) => Position;
  /** What the list's ids look like: the cursor of another list is none of its own. */
  readonly ids: RegExp;
  /** The next rows after a position, newest first. */
  readonly fetch: (after: Position | null, limit: number) => Promise<Node[]>;
  /** Those of the rows that the caller may see. */
  readonly keep: (rows: readonly Node[]) => Promise<Node[]>;
}

/** The page, once the hub's log has been told whom it is about. */
export async function tellOf<Node>(
  context: SubgraphContext,
  page: Promise<Page<Node>>,
  childOf: (node: Node) => string,
): Promise<Page<Node>> {
  const loaded = await page;
  for (const { node } of loaded.edges) context.concerns(childOf(node));
  return loaded;
}

export const uuids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Of columns that count for themselves, as `bigint` holds them. */
export const numbers = /^\d{1,18}$/;

const largestPage = 100;
const batch = 100;

/**
 * A page of what the caller may see of a list that holds more: rows are fetched and tried until the page is full.
 * @throws BAD_USER_INPUT for a size or cursor that is none
 */
export async function loadPage<Node>(options: PageOptions<Node>): Promise<Page<Node>> {
  const { first, after, positionOf, ids, fetch, keep } = options;
  if (first < 1 || first > largestPage) {
    throw badInput('first', {
      sv: `first ska vara 1–${largestPage}.`,
      en: `first must be 1–${largestPage}.`,
    });
  }
  const kept: Node[] = [];
  let position = after ? readCursor(after, ids) : null;
  while (kept.length <= first) {
    const rows = await fetch(position, batch);
    kept.push(...(await keep(rows)));
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    position = positionOf(last);
  }
  const edges = kept.slice(0, first).map((node) => ({ cursor: toCursor(positionOf(node)), node }));
  return { edges, pageInfo: { hasNextPage: kept.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function toCursor({ at, id }: Position): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

function readCursor(cursor: string, ids: RegExp): Position {
  const [moment = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(moment);
  if (Number.isNaN(at.getTime()) || !ids.test(id)) {
    throw badInput('after', {
      sv: 'after ska vara en endCursor ur ett tidigare svar.',
      en: 'after must be an endCursor of an earlier answer.',
    });
  }
  return { at, id };
}
