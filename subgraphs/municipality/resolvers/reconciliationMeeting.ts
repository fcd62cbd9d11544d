import { Field, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { MeetingParticipantEnum, type MeetingParticipant } from '../lifecycleWords';

@ObjectType({ description: 'A meeting of those who look for the child (avstämningsmöte).' })
export class ReconciliationMeeting {
  @Field(() => DateTimeScalar, { description: 'When it was held (tidpunkt).' })
  heldAt!: string;

  @Field(() => [MeetingParticipantEnum], { description: 'Who took part beside social services (deltagare).' })
  participants!: MeetingParticipant[];

  @Field(() => String, { description: 'What was agreed (vad som bestämdes).' })
  outcome!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The next meeting (nästa möte).' })
  nextOn!: string | null;
}
