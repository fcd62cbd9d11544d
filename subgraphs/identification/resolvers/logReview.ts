import {
  Arg,
  Ctx,
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
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { PageInfo } from '../../shared/graph/pageInfo';
import type { Page } from '../../shared/graph/page';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { reviewDueAt, type GlassState } from '../disclosure/glassState';
import { GlassStateEnum } from '../disclosure/vocabulary';
import { listReviewed, stateOf, type ReviewedOperation } from '../logReview/reviewedOperations';
import { reviewOperation } from '../logReview/reviewOperation';
import { PurposeEnum, RoleEnum } from '../vocabulary';

@ObjectType({
  description: 'What somebody asked whose every question is reviewed: the border police (loggranskning).',
})
export class LogReview {
  @Field(() => ID, { description: 'The operation, as in the audit log (fråga).' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When (tidpunkt).' })
  at!: Date;

  @Field(() => ID, { description: 'Who asked, as their token says (vem).' })
  principal!: string;

  @Field(() => RoleEnum, { description: 'Their role (roll).' })
  role!: Role;

  @Field(() => AgencyEnum, { description: 'Their agency (myndighet).' })
  agency!: Agency;

  @Field(() => PurposeEnum, { nullable: true, description: 'For which purpose (ändamål).' })
  purpose!: Purpose | null;

  @Field(() => String, { nullable: true, description: 'In which case (ärendenummer).' })
  caseReference!: string | null;

  @Field(() => [ID], { description: 'Children it was about; none when nobody was found (barn).' })
  children!: string[];

  @Field(() => [String], { description: 'What was shown, as Type.field; never values (fält).' })
  fields!: string[];

  @Field(() => String, { description: 'What became of it, as in the audit log (utfall).' })
  outcome!: string;
}

@ObjectType({ description: 'A place in the list (rad i listan).' })
export class LogReviewEdge {
  @Field(() => String, { description: 'For `after` (plats).' })
  cursor!: string;

  @Field(() => LogReview, { description: 'The operation (frågan).' })
  node!: LogReview;
}

@ObjectType({ description: 'Operations to review, newest first (loggranskning).' })
export class LogReviewConnection {
  @Field(() => [LogReviewEdge], { description: 'This page’s (sidans).' })
  edges!: LogReviewEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more (sida).' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'A second person’s view of an operation (granskning).' })
export class ReviewLogEntryInput {
  @Field(() => ID, { description: 'The operation (frågan).' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it was justified (godkänd).' })
  approved!: boolean;

  @Field(() => String, { description: 'Why (kommentar).' })
  comment!: string;
}

@Resolver(() => LogReview)
export class LogReviewResolver {
  @Query(() => LogReviewConnection, {
    description:
      'For reviewers: everything that the border police asked, refused attempts too, and whether it is reviewed ' +
      '(loggranskning). Errors: AUDIT_UNAVAILABLE.',
  })
  logReviews(
    @Arg('state', () => GlassStateEnum, { nullable: true, description: 'Only those (läge).' })
    state: GlassState | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 100 (antal).' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'An endCursor (fortsättning).' })
    after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<ReviewedOperation>> {
    assertOpenTo(context, 'Query.logReviews');
    return listReviewed(context, { state, first, after });
  }

  @Mutation(() => LogReview, {
    description:
      'Records the review of an operation, once, by a reviewer of the asker’s authority or the hub’s. ' +
      'Errors: NOT_FOUND, CONFLICT, AUDIT_UNAVAILABLE (granska).',
  })
  reviewLogEntry(
    @Arg('input', () => ReviewLogEntryInput) input: ReviewLogEntryInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<ReviewedOperation> {
    assertOpenTo(context, 'Mutation.reviewLogEntry');
    const review = { approved: input.approved, comment: readText(input.comment, 'comment') };
    return reviewOperation(context, readText(input.id, 'id', { most: 100 }), review, readAttempt(key, input));
  }

  @FieldResolver(() => GlassStateEnum, { description: 'Where the review stands now (läge).' })
  state(@Root() operation: ReviewedOperation, @Ctx() context: SubgraphContext): GlassState {
    return stateOf(operation, context.now);
  }

  @FieldResolver(() => DateTimeScalar, {
    description: 'When a second person must have reviewed it; then it is escalated (granskas senast).',
  })
  reviewDueAt(@Root() { at }: ReviewedOperation): Date {
    return reviewDueAt(at);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed (granskad).' })
  reviewedAt(@Root() { review }: ReviewedOperation): Date | null {
    return review?.reviewedAt ?? null;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'By whom (granskare).' })
  reviewedBy(@Root() { review }: ReviewedOperation): string | null {
    return review?.reviewedBy ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The reviewer’s words (kommentar).' })
  comment(@Root() { review }: ReviewedOperation): string | null {
    return review?.comment ?? null;
  }
}
