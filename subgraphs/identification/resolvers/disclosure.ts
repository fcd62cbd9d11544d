import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../shared/graph/scalars';
import type { SubgraphContext } from '../../shared/context';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { checkDecisions, checkValidity } from '../disclosure/checkDecisions';
import { valueOf } from '../disclosure/checked';
import { checkFields } from '../disclosure/checkFields';
import { tellOf, type Page } from '../../shared/graph/page';
import { decideRequest, findDecided, findToDecide, listRequests, makeRequest } from '../disclosure/requests';
import { revokeRequest } from '../disclosure/revokeRequest';
import type { RequestStatus } from '../disclosure/requestStatus';
import { RequestStatusEnum } from '../disclosure/vocabulary';
import type { DisclosureRequest as StoredRequest } from '../entities/disclosureRequest';
import { DisclosureRequest, DisclosureRequestConnection } from './disclosureRequest';
import { keyOptions } from '../../shared/writing/keyOptions';

@InputType({ description: 'Which fields about a child are needed, and why (begäran om utlämnande).' })
export class RequestDisclosureInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => [String], { description: 'As Type.field, of one owner, e.g. "Placement.address" (fält).' })
  fields!: string[];

  @Field(() => String, { description: 'Why they are needed; the owner reads it (skäl).' })
  reason!: string;
}

@InputType({ description: 'The owner’s decision on one field (beslut om ett fält).' })
export class DisclosureDecisionInput {
  @Field(() => String, { description: 'As the request names it (fält).' })
  field!: string;

  @Field(() => Boolean, { description: 'Whether it is shown (bifall).' })
  granted!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the legal basis. Needed to grant; a refusal rests on the field’s secrecy (grund).',
  })
  basis?: string | null;

  @Field(() => String, { description: 'Why (skäl).' })
  reason!: string;
}

@InputType({ description: 'The owner’s decisions on a request, on every field once (beslut).' })
export class DecideDisclosureInput {
  @Field(() => ID, { description: 'The request (begäran).' })
  id!: string;

  @Field(() => [DisclosureDecisionInput], { description: 'One for each field (beslut).' })
  decisions!: DisclosureDecisionInput[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when what is granted is shown. Default: 24 hours; at most 7 days (gäller till).',
  })
  validTo?: string | null;
}

@InputType({ description: 'Which granted request ends, and why (återkallelse).' })
export class RevokeDisclosureInput {
  @Field(() => ID, { description: 'The request (begäran).' })
  id!: string;

  @Field(() => String, { description: 'Why; the requester reads it (skäl).' })
  reason!: string;
}

@Resolver()
export class DisclosureResolver {
  @Mutation(() => DisclosureRequest, {
    description:
      'Asks the owner of denied fields to be shown them. The answer is the same whoever the child is. ' +
      'Errors: BAD_USER_INPUT, FORBIDDEN for what the hub never gives, CONFLICT (begär utlämnande).',
  })
  requestDisclosure(
    @Arg('input', () => RequestDisclosureInput) input: RequestDisclosureInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredRequest> {
    assertOpenTo(context, 'Mutation.requestDisclosure');
    const { role } = context.assertion.principal;
    const child = readText(input.child, 'child', { most: 100 });
    context.concerns(child);
    const reason = readText(input.reason, 'reason');
    const { fields, owner } = valueOf(checkFields(input.fields, role, context.assertion.purpose!));
    return makeRequest(context, { child, reason, owner, fields: [...fields] }, readAttempt(key, input));
  }

  @Mutation(() => DisclosureRequest, {
    description:
      'Decides field by field on a request that lies with the caller: who works with the child at the owner, for a ' +
      'protected child the owner’s reviewer. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (besluta).',
  })
  async decideDisclosure(
    @Arg('input', () => DecideDisclosureInput) input: DecideDisclosureInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredRequest> {
    assertOpenTo(context, 'Mutation.decideDisclosure');
    const attempt = readAttempt(key, input);
    const request = await findToDecide(context, readText(input.id, 'id', { most: 100 }));
    const decided = findDecided(context, request, attempt);
    if (decided) return decided;
    const given = input.decisions.map((each, index) => ({
      ...each,
      reason: readText(each.reason, `decisions.${index}.reason`),
    }));
    const decisions = valueOf(checkDecisions(request, given, context.now));
    const until = valueOf(checkValidity(input.validTo ? new Date(input.validTo) : null, context.now));
    return decideRequest(context, request, decisions, until, attempt);
  }

  @Mutation(() => DisclosureRequest, {
    description:
      'Takes back what was granted, at once; open to whoever could decide on the request. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT when nothing of it is shown (återkalla utlämnande).',
  })
  revokeDisclosure(
    @Arg('input', () => RevokeDisclosureInput) input: RevokeDisclosureInput,
    // What was granted ends once, with or without a key.
    @Arg('idempotencyKey', () => ID, keyOptions) _key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredRequest> {
    assertOpenTo(context, 'Mutation.revokeDisclosure');
    const id = readText(input.id, 'id', { most: 100 });
    return revokeRequest(context, id, readText(input.reason, 'reason'));
  }

  @Query(() => DisclosureRequestConnection, {
    description: 'The caller’s own requests, and those that lie with the caller for a decision (begäranden).',
  })
  disclosureRequests(
    @Arg('status', () => RequestStatusEnum, { nullable: true, description: 'Only those (läge).' })
    status: RequestStatus | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 100 (antal).' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'An endCursor (fortsättning).' })
    after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<StoredRequest>> {
    assertOpenTo(context, 'Query.disclosureRequests');
    return tellOf(context, listRequests(context, { status, first, after }), ({ child }) => child);
  }
}
