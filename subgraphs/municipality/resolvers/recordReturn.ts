import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { findEpisode } from '../lifecycle/latestEpisode';
import { readReturn, type ConversationInput, type ReturnInput } from '../lifecycle/readReturn';
import { recordReturn } from '../lifecycle/recordReturn';
import {
  FoundByEnum,
  FoundConditionEnum,
  FoundWhereEnum,
  type FoundBy,
  type FoundCondition,
  type FoundWhere,
} from '../vocabulary';
import { AbscondingEpisode } from './abscondingEpisode';

@InputType({ description: 'What the child said on coming back (samtal vid återkomst).' })
export class ReturnConversationInput implements ConversationInput {
  @Field(() => DateScalar, { description: 'The day of the conversation (samtalsdag).' })
  heldOn!: string;

  @Field(() => String, { nullable: true, description: 'What had happened (vad som hänt).' })
  happened?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child had been (var barnet varit).' })
  whereabouts?: string | null;

  @Field(() => String, { nullable: true, description: 'With whom, and how they are reached (kontakter).' })
  company?: string | null;

  @Field(() => Boolean, { description: 'A crime against the child is suspected (misstänkt brott).' })
  crimeSuspected!: boolean;
}

@InputType({ description: 'The child was found, or is back (påträffande, återkomst).' })
export class RecordReturnInput implements ReturnInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the child was found (påträffades).' })
  foundAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the child was back in care (återkom).' })
  returnedAt?: string | null;

  @Field(() => FoundByEnum, { nullable: true, description: 'Demanded with foundAt (påträffad av).' })
  foundBy?: FoundBy | null;

  @Field(() => FoundWhereEnum, { nullable: true, description: 'Demanded with foundAt (påträffad var).' })
  foundWhere?: FoundWhere | null;

  @Field(() => [FoundConditionEnum], {
    nullable: true,
    description: 'What the child had been exposed to; empty when nothing was noted (tillstånd).',
  })
  condition?: FoundCondition[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether help was offered (erbjudna insatser).' })
  measuresOffered?: boolean | null;

  @Field(() => ReturnConversationInput, { nullable: true, description: 'What the child said (samtal).' })
  conversation?: ReturnConversationInput | null;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@Resolver()
export class RecordReturnResolver {
  @Mutation(() => AbscondingEpisode, {
    description:
      'Records that the child was found, that it is back, or what was learnt of the time away; what is left out stays as it was. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera återkomst).',
  })
  async recordReturn(
    @Arg('input', () => RecordReturnInput) input: RecordReturnInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<AbscondingEpisode> {
    assertOpenTo(context, 'Mutation.recordReturn');
    const id = await changeOnce(context, 'recordReturn', readAttempt(key, input), (change) =>
      recordReturn(change, readReturn(input), context),
    );
    return findEpisode(context, id);
  }
}
