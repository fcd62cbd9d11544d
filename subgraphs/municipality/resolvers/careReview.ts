import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readPastDate } from '../../shared/writing/readPastDate';
import { readText } from '../../shared/writing/readText';
import { findReview, reviewCare, type RecordedReview } from '../lifecycle/reviewCare';
import {
  CareReviewKindEnum,
  CareReviewOutcomeEnum,
  type CareReviewKind,
  type CareReviewOutcome,
} from '../lifecycleWords';

@InputType({
  description: 'A review of whether a placed child still needs the care (övervägande, omprövning).',
})
export class RecordCareReviewInput {
  @Field(() => ID, { description: 'A child in the municipality’s charge (barn).' })
  child!: string;

  @Field(() => CareReviewKindEnum, { description: 'Considered, or examined anew (slag).' })
  kind!: CareReviewKind;

  @Field(() => CareReviewOutcomeEnum, { description: 'What it came to (utfall).' })
  outcome!: CareReviewOutcome;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today (dag).' })
  reviewedOn?: string | null;
}

@ObjectType({ description: 'A review of care, at least every six months (övervägande, omprövning).' })
export class CareReview {
  @Field(() => ID, { description: 'Its number (beteckning).' })
  id!: string;

  @Field(() => CareReviewKindEnum, { description: 'Considered, or examined anew (slag).' })
  kind!: CareReviewKind;

  @Field(() => CareReviewOutcomeEnum, { description: 'What it came to (utfall).' })
  outcome!: CareReviewOutcome;

  @Field(() => DateScalar, { description: 'The day (dag).' })
  reviewedOn!: string;

  @Field(() => DateScalar, { description: 'The last day of the next one (nästa senast).' })
  nextBy!: string;
}

@Resolver()
export class CareReviewResolver {
  @Mutation(() => CareReview, {
    description:
      'Records that the need of care of a placed child was reviewed. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera övervägande).',
  })
  async recordCareReview(
    @Arg('input', () => RecordCareReviewInput) input: RecordCareReviewInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<RecordedReview> {
    assertOpenTo(context, 'Mutation.recordCareReview');
    const { kind, outcome } = input;
    const given = {
      child: readText(input.child, 'child', { most: 100 }),
      reviewedOn: readPastDate(input.reviewedOn, 'reviewedOn', context.now),
      kind,
      outcome,
    };
    const id = await changeOnce(context, 'recordCareReview', readAttempt(key, input), (change) =>
      reviewCare(change, given, context),
    );
    return findReview(context, id);
  }
}
