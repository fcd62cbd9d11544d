import type { Change } from '../../shared/writing/change';

/** Keeps which references are one child: of each group the first leads, and one alone is no group. */
export async function keepGroups(
  { query }: Pick<Change, 'query'>,
  groups: readonly (readonly string[])[],
): Promise<void> {
  await query('DELETE FROM linked_child WHERE child = ANY($1::text[])', [groups.flat()]);
  for (const group of groups.filter(({ length }) => length > 1)) {
    await query(
      `INSERT INTO linked_child (child, leader, place)
       SELECT child, $2, place - 1 FROM unnest($1::text[]) WITH ORDINALITY AS given(child, place)`,
      [group, group[0]],
    );
  }
}
