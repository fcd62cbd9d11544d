import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { WebhookUpdateType } from '../../../schema/protocol/vocabulary';
import { CursorScalar, DateTimeScalar } from '../../shared/graph/scalars';
import { WebhookUpdateTypeEnum } from '../vocabulary';

@ObjectType({
  description: 'Something that happened to an endpoint of the caller’s (händelse hos mottagare).',
})
export class WebhookUpdate {
  @Field(() => CursorScalar, { description: 'Give it as `after` to go on behind this event (markör).' })
  cursor!: string;

  @Field(() => ID, { description: 'The same however often the event is delivered (händelsens id).' })
  id!: string;

  @Field(() => WebhookUpdateTypeEnum, { description: 'What happened (slag).' })
  type!: WebhookUpdateType;

  @Field(() => DateTimeScalar, { description: 'When it happened (inträffade).' })
  occurredAt!: string;

  @Field(() => ID, { description: 'Which endpoint; `webhooks` tells why (mottagare).' })
  webhook!: string;
}

@Resolver(() => WebhookUpdate)
export class WebhookUpdateResolver {
  @Subscription(() => WebhookUpdate, {
    description:
      'What happens to the caller’s endpoints, about no child; resumable like `caseUpdates`, whose cursors are good ' +
      'here, too (följ mottagare).',
    subscribe: () => {
      throw new Error('the gateway itself follows the event log');
    },
  })
  webhookUpdates(
    @Root() update: WebhookUpdate,
    @Arg('after', () => CursorScalar, {
      nullable: true,
      description: 'Go on behind this event (fortsätt efter).',
    })
    _after: string | null,
  ): WebhookUpdate {
    return update;
  }
}
