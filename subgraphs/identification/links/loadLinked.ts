import type { SubgraphContext } from '../../shared/context';

/** Which references are one child. */
export interface Linked {
  /** All references of the child, the leading one first; itself alone when no officer has linked it. */
  of(child: string): readonly string[];
  /** The reference by which the hub answers. */
  leaderOf(child: string): string;
  /** All references of all the children asked for, each once. */
  all(): readonly string[];
}

/** Loads it in one statement, the same whether anything is linked or not. */
export async function loadLinked(
  { query }: Pick<SubgraphContext, 'query'>,
  children: readonly string[],
): Promise<Linked> {
  const asked = [...new Set(children)];
  // From a subquery the planner expects as much of any children: so it plans this once.
  const rows = await query<{ asked: string; references: string[] }>(
    `SELECT a.child AS asked, array_agg(b.child ORDER BY b.place) AS references
     FROM linked_child a JOIN linked_child b ON b.leader = a.leader
     WHERE a.child = ANY (ARRAY(SELECT unnest($1::text[]))) GROUP BY a.child`,
    [asked],
  );
  const groups = new Map(rows.flatMap(({ references }) => references.map((child) => [child, references])));
  const of = (child: string): readonly string[] => groups.get(child) ?? [child];
  return {
    of,
    leaderOf: (child) => of(child)[0] ?? child,
    all: () => [...new Set(asked.flatMap(of))],
  };
}
