import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../shared/graph/scalars';
import {
  NoticeContentEnum,
  NoticeReceiverEnum,
  NoticeSenderEnum,
  NoticeSubjectEnum,
  type NoticeContent,
  type NoticeReceiver,
  type NoticeSender,
  type NoticeSubject,
} from '../lifecycleWords';

@ObjectType({ description: 'Who told whom of an absconding or its end (underrättelse).' })
export class Informed {
  @Field(() => NoticeReceiverEnum, { description: 'Who was told (mottagare).' })
  receiver!: NoticeReceiver;

  @Field(() => NoticeSenderEnum, { description: 'Who told it (uppgiftslämnare).' })
  sender!: NoticeSender;

  @Field(() => NoticeSubjectEnum, { description: 'What was told (vad som meddelats).' })
  subject!: NoticeSubject;

  @Field(() => DateTimeScalar, { description: 'When (tidpunkt).' })
  at!: string;

  @Field(() => [NoticeContentEnum], {
    description: 'What those who may meet the child were told of it (uppgifter).',
  })
  contents!: NoticeContent[];

  @Field(() => String, { nullable: true, description: 'Code of the legal basis (grund).' })
  basis!: string | null;
}
