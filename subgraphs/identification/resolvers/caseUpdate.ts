import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Agency, CaseUpdateType, Purpose, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality } from '../../shared/graph/municipality';
import { CursorScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { attest, passOn } from '../agencies/attest';
import { decideAudience } from '../updates/decideAudience';
import { PurposeEnum, RoleEnum, UpdateTypeEnum } from '../vocabulary';
import { Child } from './child';

@ObjectType({ description: 'Who read a child’s core facts, and why; never the official (läsning).' })
export class CaseReading {
  @Field(() => AgencyEnum, { description: 'Whose staff (myndighet).' })
  agency!: Agency;

  @Field(() => RoleEnum, { description: 'In which role (roll).' })
  role!: Role;

  @Field(() => Municipality, { nullable: true, description: 'Of which municipality, if of one (kommun).' })
  municipality!: Municipality | null;

  @Field(() => PurposeEnum, { nullable: true, description: 'For which purpose (ändamål).' })
  purpose!: Purpose | null;
}

@ObjectType({
  description: 'Something that happened in a child’s case, without its content (ärendehändelse).',
})
export class CaseUpdate {
  @Field(() => CursorScalar, { description: 'Give it as `after` to go on behind this event (markör).' })
  cursor!: string;

  @Field(() => ID, { description: 'The same however often the event is delivered (händelsens id).' })
  id!: string;

  @Field(() => UpdateTypeEnum, { description: 'What happened (slag).' })
  type!: CaseUpdateType;

  @Field(() => DateTimeScalar, { description: 'When it happened (inträffade).' })
  occurredAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded (registrerades).' })
  recordedAt!: string;

  @Field(() => AgencyEnum, { description: 'Who recorded it (källa).' })
  publishedBy!: Agency;

  @Field(() => Municipality, {
    nullable: true,
    description: 'Whose case it is, or where it happened (kommun).',
  })
  municipality!: Municipality | null;

  @Field(() => CaseReading, { nullable: true, description: 'Who read, for CORE_FACTS_READ (läsning).' })
  reading!: CaseReading | null;

  @Field(() => Child, {
    description: 'The child; its fields are read now, under the subscriber’s own rights (barnet).',
  })
  child!: Child;
}

@Resolver(() => CaseUpdate)
export class CaseUpdateResolver {
  @Subscription(() => CaseUpdate, {
    description:
      'Resumable: give the last cursor and nothing is lost, repeated or reordered. Only events that the caller may ' +
      'know of when they are delivered; never of a protected child. Errors: CURSOR_REFUSED, SUBSCRIBER_TOO_SLOW, ' +
      'UNAUTHENTICATED when the token ends (följ ärendehändelser).',
    subscribe: () => {
      throw new Error('the gateway itself follows the event log');
    },
  })
  caseUpdates(
    @Root() update: CaseUpdate,
    @Arg('after', () => CursorScalar, {
      nullable: true,
      description: 'Go on behind this event (fortsätt efter).',
    })
    _after: string | null,
    @Arg('types', () => [UpdateTypeEnum], { nullable: true, description: 'Only these (slag).' })
    _types: CaseUpdateType[] | null,
    @Arg('child', () => ID, { nullable: true, description: 'Only this child (barn).' }) _child: string | null,
  ): CaseUpdate {
    return update;
  }

  @Directive('@inaccessible')
  @Query(() => String, { description: 'For the gateway: which subscribers may know of which events.' })
  async caseUpdateAudience(
    @Arg('question', () => String) question: string,
    @Ctx() context: SubgraphContext,
  ): Promise<string> {
    return JSON.stringify(await decideAudience(context, question));
  }

  @Directive('@inaccessible')
  @Query(() => Boolean, {
    description: 'For the gateway: what decides on the child of an event, for the calls that follow.',
  })
  async caseUpdateAttestation(
    @Arg('child', () => ID) child: string,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    passOn(context, await attest(context, child));
    return true;
  }
}
