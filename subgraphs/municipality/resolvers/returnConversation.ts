import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';

@ObjectType({ description: 'What the child said on coming back (samtal vid återkomst).' })
export class ReturnConversation {
  @Field(() => DateScalar, { nullable: true, description: 'The day of the conversation (samtalsdag).' })
  heldOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What had happened (vad som hänt).' })
  happened!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child had been (var barnet varit).' })
  whereabouts!: string | null;

  @Field(() => String, { nullable: true, description: 'With whom, third parties (kontakter).' })
  company!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A crime against the child is suspected (misstänkt brott).',
  })
  crimeSuspected!: boolean | null;
}
