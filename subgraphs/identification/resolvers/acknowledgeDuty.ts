import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readText } from '../../shared/writing/readText';
import type { Deadline as DerivedDeadline, DeadlineKind } from '../deadlines';
import { acknowledgeDuty } from '../duties/acknowledgeDuty';
import { DeadlineKindEnum } from '../vocabulary';
import { Deadline } from './computed';

@InputType({ description: 'Which duty the caller takes on (åtagande).' })
export class AcknowledgeDutyInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DeadlineKindEnum, { description: 'What is due (frist).' })
  kind!: DeadlineKind;
}

@Resolver()
export class AcknowledgeDutyResolver {
  @Mutation(() => Deadline, {
    description:
      'Says that the caller sees to what is due and is the caller’s turn: it passes to nobody else before it is due, ' +
      'and is missed all the same if it is not done. For the home, social services say it. Said twice it is said ' +
      'once. Errors: NOT_FOUND, CONFLICT, AGENCY_UNAVAILABLE (åta sig frist).',
  })
  acknowledgeDuty(
    @Arg('input', () => AcknowledgeDutyInput) input: AcknowledgeDutyInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<DerivedDeadline> {
    assertOpenTo(context, 'Mutation.acknowledgeDuty');
    const child = readText(input.child, 'child', { most: 100 });
    context.concerns(child);
    return acknowledgeDuty(context, child, input.kind, key ?? null);
  }
}
