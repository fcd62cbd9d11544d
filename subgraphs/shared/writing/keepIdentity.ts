import { searchKeys, type IdentityRecord } from '../matching';
import type { Change } from './change';

/**
 * Takes a child into the register of an agency that keeps its identity for comparison alone; what is known of a child
 * who is there already grows by what is new. A search finds the child by either at once.
 *
 * @returns whether the child was there already; it is held until the change ends
 */
export async function keepIdentity(
  { query }: Change,
  child: string,
  identity: IdentityRecord | null,
): Promise<boolean> {
  const made = identity
    ? await query(
        'INSERT INTO child (id, identity, search_keys) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
        [child, identity, searchKeys(identity)],
      )
    : [];
  if (made.length > 0) return false;
  const [row] = await query<{ identity: IdentityRecord }>(
    'SELECT identity FROM child WHERE id = $1 FOR NO KEY UPDATE',
    [child],
  );
  if (!row || !identity) return row !== undefined;
  const together = join(row.identity, identity);
  await query('UPDATE child SET identity = $2, search_keys = $3 WHERE id = $1', [
    child,
    together,
    searchKeys(together),
  ]);
  return true;
}

function join(known: IdentityRecord, added: IdentityRecord): IdentityRecord {
  return {
    ...known,
    names: withNew(known.names, added.names),
    births: withNew(known.births, added.births),
    phones: withNew(known.phones, added.phones),
    sex: known.sex === null || known.sex === 'UNKNOWN' ? added.sex : known.sex,
    dossierNumber: known.dossierNumber ?? added.dossierNumber ?? null,
    personalNumber: known.personalNumber ?? added.personalNumber ?? null,
  };
}

/** Compared by value; what the database gives back has its members in another order. */
function withNew<T>(known: readonly T[], added: readonly T[]): T[] {
  const key = (item: T): string =>
    JSON.stringify(typeof item === 'object' && item !== null ? Object.entries(item).sort() : item);
  const there = new Set(known.map(key));
  return [...known, ...added.filter((item) => !there.has(key(item)))];
}
