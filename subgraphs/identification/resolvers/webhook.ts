import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { CaseUpdateType } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import type { DeadLetter as StoredLetter } from '../entities/deadLetter';
import type { Webhook as StoredWebhook, WebhookState } from '../entities/webhook';
import { hubResources } from '../hubResources';
import { UpdateTypeEnum, WebhookStateEnum } from '../vocabulary';
import { doWork } from '../webhooks/doWork';
import { readUrl } from '../webhooks/readUrl';
import { addWebhook, changeWebhook, listLetters, listWebhooks, replayLetters } from '../webhooks/register';

@ObjectType({ description: 'An event that an endpoint refused (olevererad händelse).' })
export class DeadLetter {
  @Field(() => ID, { description: 'Opaque (id).' })
  id!: string;

  @Field(() => ID, { description: 'The event’s id (händelse).' })
  event!: string;

  @Field(() => String, { description: 'What the endpoint answered (fel).' })
  problem!: string;

  @Field(() => DateTimeScalar, { description: 'When it was laid aside (tidpunkt).' })
  laidAsideAt!: Date;

  @Field(() => Boolean, { description: 'It is to be sent again (ska sändas om).' })
  replayWanted!: boolean;
}

@ObjectType({ description: 'An endpoint that case updates are sent to (mottagare).' })
export class Webhook {
  @Field(() => ID, { description: 'Opaque (id).' })
  id!: string;

  @Field(() => String, { description: 'Where to (adress).' })
  url!: string;

  @Field(() => [UpdateTypeEnum], { nullable: true, description: 'Only these; null: all (slag).' })
  types!: CaseUpdateType[] | null;

  @Field(() => WebhookStateEnum, { description: 'Whether it is sent to (läge).' })
  state!: WebhookState;

  @Field(() => String, { nullable: true, description: 'Why the last delivery failed (fel).' })
  problem!: string | null;

  @Field(() => Int, { description: 'Failures in a row (fel i följd).' })
  failures!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when all fail (felar sedan).' })
  failingSince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is tried again (nästa försök).' })
  retryAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was registered (registrerad).' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last delivery (senast levererat).' })
  deliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last test (senast provad).' })
  testedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last test failed; null: it did not (fel vid prov).',
  })
  testProblem!: string | null;
}

@InputType({ description: 'An endpoint, and what it is sent (mottagare).' })
export class RegisterWebhookInput {
  @Field(() => String, { description: 'An https address (adress).' })
  url!: string;

  @Field(() => [UpdateTypeEnum], { nullable: true, description: 'Only these (slag).' })
  types?: CaseUpdateType[] | null;
}

@Resolver(() => Webhook)
export class WebhookResolver {
  @Mutation(() => Webhook, {
    description:
      'Sends the caller’s case updates, from now on, to an endpoint, as CloudEvents signed with the hub’s key. ' +
      'Errors: BAD_USER_INPUT, LIMIT_EXCEEDED (registrera mottagare).',
  })
  registerWebhook(
    @Arg('input', () => RegisterWebhookInput) input: RegisterWebhookInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredWebhook> {
    assertOpenTo(context, 'Mutation.registerWebhook');
    const url = readUrl(input.url, hubResources(context).allowLoopbackWebhooks);
    return addWebhook(context, url, input.types ?? null, readAttempt(key, input));
  }

  @Mutation(() => Webhook, { description: 'Sends a test event. Errors: NOT_FOUND (prova mottagare).' })
  testWebhook(
    @Arg('id', () => ID) given: string,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredWebhook> {
    return this.change(context, 'testWebhook', given, 'test_wanted = true, tested_at = NULL', key);
  }

  @Mutation(() => Webhook, {
    description: 'Sends nothing more, for now. Errors: NOT_FOUND (stäng av mottagare).',
  })
  disableWebhook(
    @Arg('id', () => ID) given: string,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredWebhook> {
    return this.change(context, 'disableWebhook', given, `state = 'DISABLED'`, key);
  }

  @Mutation(() => Webhook, {
    description: 'Goes on sending where it was stopped. Errors: NOT_FOUND (slå på mottagare).',
  })
  enableWebhook(
    @Arg('id', () => ID) given: string,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredWebhook> {
    const fresh = `state = 'ACTIVE', failures = 0, failing_since = NULL, retry_at = NULL, problem = NULL`;
    return this.change(context, 'enableWebhook', given, fresh, key);
  }

  @Mutation(() => Webhook, {
    description: 'Sends again, oldest first, what the endpoint refused. Errors: NOT_FOUND (sänd om).',
  })
  replayDeadLetters(
    @Arg('webhook', () => ID) given: string,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredWebhook> {
    assertOpenTo(context, 'Mutation.replayDeadLetters');
    return replayLetters(context, readText(given, 'webhook', { most: 100 }), readAttempt(key, { given }));
  }

  @Query(() => [Webhook], { description: 'The caller’s endpoints (mottagare).' })
  webhooks(@Ctx() context: SubgraphContext): Promise<StoredWebhook[]> {
    assertOpenTo(context, 'Query.webhooks');
    return listWebhooks(context);
  }

  @FieldResolver(() => [DeadLetter], { description: 'What it refused and was not sent again (olevererat).' })
  deadLetters(@Root() webhook: StoredWebhook, @Ctx() context: SubgraphContext): Promise<StoredLetter[]> {
    return listLetters(context, webhook.id);
  }

  @Directive('@inaccessible')
  @Mutation(() => String, { description: 'For the gateway that delivers.' })
  async webhookWork(
    @Arg('work', () => String) work: string,
    @Ctx() context: SubgraphContext,
  ): Promise<string> {
    return JSON.stringify(await doWork(context, work));
  }

  private change(
    context: SubgraphContext,
    mutation: string,
    given: string,
    set: string,
    key: string | null,
  ): Promise<StoredWebhook> {
    assertOpenTo(context, `Mutation.${mutation}`);
    const id = readText(given, 'id', { most: 100 });
    return changeWebhook(context, mutation, id, set, readAttempt(key, { id }));
  }
}
