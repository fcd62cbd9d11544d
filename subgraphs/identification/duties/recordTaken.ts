import { GraphQLError } from 'graphql';
import { dutyTurnKind, type DutyTurn } from '../../../schema/protocol/dutyTurn';
import { agencyOfSubgraph, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { undecided } from '../agencies/undecided';
import { stateReferences } from '../links/stateReferences';

/**
 * Has the caller's agency record that the caller takes on a duty.
 * @returns when it was taken on first
 * @throws what the agency answers, AGENCY_UNAVAILABLE
 */
export async function recordTaken(
  context: SubgraphContext,
  agency: AgencySubgraph,
  turn: Omit<DutyTurn, 'operationId'>,
  key: string | null,
): Promise<string> {
  if (!context.sign) throw new Error('the identification subgraph was started without the hub’s signing key');
  const { operationId } = context.assertion;
  const answer = await context.peers[agency]?.({
    query:
      `mutation TakeDuty($children: [ID!]!, $turn: String!, $key: ID) { ` +
      `${agency}TakeDuty(children: $children, turn: $turn, idempotencyKey: $key) }`,
    variables: {
      children: turn.children,
      turn: context.sign(dutyTurnKind, { operationId, ...turn } satisfies DutyTurn),
      key,
    },
    assertion: context.signedAssertion,
    references: await stateReferences(context, turn.children),
  }).catch(() => null);
  const [error] = answer?.errors ?? [];
  if (error) throw new GraphQLError(error.message, { extensions: error.extensions });
  const takenAt = answer?.data?.[`${agency}TakeDuty`];
  if (typeof takenAt === 'string') return takenAt;
  throw undecided({ sv: 'Om fristen är åtagen', en: 'Whether the duty is taken on' }, [
    agencyOfSubgraph[agency],
  ]);
}
