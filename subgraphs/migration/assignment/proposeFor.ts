import type { SubgraphContext } from '../../shared/context';
import { localDate } from '../../shared/time/stockholm';
import type { Change } from '../../shared/writing/change';
import { readAssignments } from '../writing/assign';
import { lockOwnChild } from '../writing/lockOwnChild';
import { proposeMunicipality, type ProposedAssignment } from './proposeMunicipality';
import { findShares, type Shares } from './shares';

export interface AskedProposal {
  readonly child: string;
  readonly nearRelativeIn: string | null;
  readonly resettled: boolean;
}

export interface Proposal extends ProposedAssignment {
  readonly received: number;
  readonly share: number;
  /** All children assigned in the period, of the same kind. */
  readonly total: number;
  readonly shares: Shares;
}

/** Proposes a municipality for a child of the register; writes nothing. @throws NOT_FOUND */
export function proposeFor(context: SubgraphContext, asked: AskedProposal): Promise<Proposal> {
  const { nearRelativeIn, resettled } = asked;
  const shares = findShares(localDate(context.now));
  // Fulfilment is counted over all children, whose rows no caller's reader sees: the owner counts.
  return context.change(async (change) => {
    const child = await lockOwnChild(change, context, asked.child);
    const [first] = await readAssignments(change, child.id);
    const received = await countReceived(change, shares, resettled, child.id);
    const proposed = proposeMunicipality({
      resettled,
      nearRelativeIn,
      firstAssigned: first?.municipality ?? null,
      shares,
      received,
    });
    return {
      ...proposed,
      received: received.get(proposed.municipality) ?? 0,
      share: shares.shares.get(proposed.municipality) ?? 0,
      total: [...received.values()].reduce((sum, count) => sum + count, 0),
      shares,
    };
  });
}

/** Children that municipalities received in the period, each child once per municipality. */
async function countReceived(
  { query }: Change,
  { from, to }: Shares,
  resettled: boolean,
  but: string,
): Promise<Map<string, number>> {
  const rows = await query<{ municipality: string; children: number }>(
    `SELECT municipality, count(DISTINCT child_id)::int AS children FROM assignment
     WHERE assigned_on BETWEEN $1 AND $2 AND (ground = 'RESETTLEMENT') = $3 AND child_id <> $4
     GROUP BY municipality`,
    [from, to, resettled, but],
  );
  return new Map(rows.map(({ municipality, children }) => [municipality, children]));
}
