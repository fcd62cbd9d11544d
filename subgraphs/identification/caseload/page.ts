import { createHash } from 'node:crypto';
import { badInput } from '../../shared/writing/badInput';

/** A child in the list, and when something is due; null when nothing is, or when the caller may not know. */
export interface Listed {
  readonly child: string;
  readonly dueAt: string | null;
}

export interface ListedPage {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const largestPage = 100;

/** Behind every instant. */
const never = '9999';

/**
 * A page of the list, soonest first. The cursor is a place in the order and not a child, so that going on from it
 * misses nobody who stayed, whoever came or went in between; of the child itself it shows a hash.
 * @throws BAD_USER_INPUT for a size or cursor that is none
 */
export function cutPage(
  listed: readonly Listed[],
  { first, after }: { readonly first: number; readonly after: string | null },
): ListedPage {
  if (first < 1 || first > largestPage) {
    throw badInput('first', {
      sv: `first ska vara 1–${largestPage}.`,
      en: `first must be 1–${largestPage}.`,
    });
  }
  const from = after === null ? '' : readCursor(after);
  const behind = listed
    .map(({ child, dueAt }) => ({ child, place: toPlace(child, dueAt) }))
    .filter(({ place }) => place > from)
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const edges = behind.slice(0, first).map(({ child, place }) => ({
    cursor: Buffer.from(place).toString('base64url'),
    node: { id: child },
  }));
  return {
    edges,
    pageInfo: { hasNextPage: behind.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function toPlace(child: string, dueAt: string | null): string {
  return `${dueAt ?? never} ${createHash('sha256').update(child).digest('hex').slice(0, 32)}`;
}

function readCursor(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (/^[\dTZ:.-]+ [\da-f]{32}$/.test(place)) return place;
  throw badInput('after', {
    sv: 'after ska vara en endCursor ur ett tidigare svar.',
    en: 'after must be an endCursor of an earlier answer.',
  });
}
