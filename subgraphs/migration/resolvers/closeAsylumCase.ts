import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { closeCase, findCase } from '../closing/closeCase';
import { readClosing } from '../closing/readClosing';
import { ClosingReasonEnum, type ClosingReason } from '../vocabulary';
import { AsylumCase } from './asylumCase';

@InputType({ description: 'The agency closes its own case about a child (avslut).' })
export class CloseAsylumCaseInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => ClosingReasonEnum, { description: 'Why (skäl).' })
  reason!: ClosingReason;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today in Stockholm (avslutsdatum).' })
  closedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'When the guardian was asked whether the child can be reached; demanded with ABSCONDED (kontakt med god man).',
  })
  guardianAskedOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'The right to support from now on. False only with a refusal that is not under appeal; default: unchanged (rätt till bistånd enligt LMA).',
  })
  lmaEntitled?: boolean | null;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@Resolver()
export class CloseAsylumCaseResolver {
  @Mutation(() => AsylumCase, {
    description:
      'Closes the asylum case that the agency has open. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (avsluta asylärende).',
  })
  async closeAsylumCase(
    @Arg('input', () => CloseAsylumCaseInput) input: CloseAsylumCaseInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<AsylumCase> {
    assertOpenTo(context, 'Mutation.closeAsylumCase');
    const closing = readClosing(input, context.now);
    const id = await changeOnce(context, 'closeAsylumCase', readAttempt(key, input), (change) =>
      closeCase(change, closing, context),
    );
    return findCase(context, id);
  }
}
