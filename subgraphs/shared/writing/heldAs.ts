import type { Change } from './change';

/**
 * The reference under which the agency holds a child, or is to hold it from now on: the named one when the agency
 * holds that, else another that an officer has linked to it, else the named one. Others who name the same child wait,
 * also by another of its references, so that they find what this change makes.
 *
 * @throws CONFLICT, AGENCY_UNAVAILABLE
 */
export async function heldAs({ query, references }: Change, child: string): Promise<string> {
  const known = references.of(child);
  const [one] = [...known].sort();
  await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [one]);
  const [held] = await query<{ id: string }>(
    'SELECT c.id FROM child c WHERE c.id = ANY($1::text[]) ORDER BY array_position($1::text[], c.id) LIMIT 1',
    [references.of(child)],
  );
  if (!held) references.assertKnown();
  return held?.id ?? child;
}
