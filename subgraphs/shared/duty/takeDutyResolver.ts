import 'reflect-metadata'; // before the first decorator
import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { dutyTurnKind, type DutyTurn } from '../../../schema/protocol/dutyTurn';
import { hubError } from '../../../schema/protocol/hubError';
import { InvalidSignature } from '../../../schema/protocol/signing';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../context';
import { keyOptions } from '../writing/keyOptions';
import { readAttempt } from '../writing/once';
import { takeDuty } from './takeDuty';

/**
 * `<name>TakeDuty`: by which the hub has an agency record, in its own register, that one of its own takes on a duty.
 *
 * @param own SQL over the child as `c`, as in `AccessFactsSql`: it is the caller's own
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql names resolver classes so
export function createTakeDutyResolver(name: AgencySubgraph, own: string): Function {
  @Resolver()
  class TakeDutyResolver {
    @Directive('@inaccessible')
    @Mutation(() => String, {
      name: `${name}TakeDuty`,
      description: 'For the hub: the caller takes on a duty that is the caller’s turn. When it was taken on.',
    })
    take(
      @Arg('children', () => [ID]) children: string[],
      @Arg('turn', () => String, { description: 'Signed by the hub.' }) token: string,
      @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
      @Ctx() context: SubgraphContext,
    ): Promise<string> {
      const turn = readTurn(context, token, children);
      return takeDuty(context, own, turn, readAttempt(key, { child: children[0], kind: turn.kind }));
    }
  }
  return TakeDutyResolver;
}

/** @throws FORBIDDEN unless the hub stated it in this very operation, of these children */
function readTurn(
  { open, assertion }: SubgraphContext,
  token: string,
  children: readonly string[],
): DutyTurn {
  try {
    const turn = open<DutyTurn>(dutyTurnKind, token);
    if (turn.operationId === assertion.operationId && turn.children.join() === children.join()) return turn;
  } catch (error) {
    if (!(error instanceof InvalidSignature)) throw error;
  }
  throw hubError('FORBIDDEN', {
    sv: 'En frist åtas bara när navet har intygat vems tur det är, i samma fråga.',
    en: 'A duty is taken on only when the hub has stated whose turn it is, in the same question.',
  });
}
