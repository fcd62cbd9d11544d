import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { checkGlass } from '../disclosure/checkGlass';
import { valueOf } from '../disclosure/checked';
import { addGlass } from '../disclosure/glasses';
import type { GlassState } from '../disclosure/glassState';
import { listGlasses, listNotices, type Notice } from '../disclosure/listGlasses';
import { tellOf, type Page } from '../../shared/graph/page';
import { reviewGlass } from '../disclosure/reviewGlass';
import { GlassStateEnum } from '../disclosure/vocabulary';
import type { BreakGlass as StoredGlass } from '../entities/breakGlass';
import { BreakGlass, BreakGlassConnection, OwnerNoticeConnection } from './breakGlass';
import { keyOptions } from '../../shared/writing/keyOptions';

/** Shorter than this nobody has said why. */
const shortestReason = 20;

@InputType({ description: 'What must be seen now about a child, and why (nödöppning).' })
export class BreakGlassInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => String, { description: 'Why it cannot wait for a decision; at least 20 characters (skäl).' })
  reason!: string;

  @Field(() => [String], { nullable: true, description: 'Rows of the access table (rader).' })
  rows?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Or fields of them, as Type.field (fält).' })
  fields?: string[] | null;
}

@InputType({ description: 'A second person’s view of a broken glass (granskning).' })
export class ReviewBreakGlassInput {
  @Field(() => ID, { description: 'The opening (nödöppningen).' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it was justified; if not, it closes at once (godkänd).' })
  approved!: boolean;

  @Field(() => String, { description: 'Why (kommentar).' })
  comment!: string;
}

@Resolver()
export class EmergencyResolver {
  @Mutation(() => BreakGlass, {
    description:
      'Opens, for 60 minutes, what the access table lets the role open in an emergency. The owners are told at once, a ' +
      'second person reviews it within 72 hours. Errors: FORBIDDEN, BAD_USER_INPUT, CONFLICT (nödöppna).',
  })
  breakGlass(
    @Arg('input', () => BreakGlassInput) input: BreakGlassInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredGlass> {
    assertOpenTo(context, 'Mutation.breakGlass');
    const child = readText(input.child, 'child', { most: 100 });
    context.concerns(child);
    const reason = readText(input.reason, 'reason', { least: shortestReason });
    const { role } = context.assertion.principal;
    const rows = valueOf(checkGlass(input.rows ?? [], input.fields ?? [], role));
    return addGlass(context, child, rows, reason, readAttempt(key, input));
  }

  @Mutation(() => BreakGlass, {
    description:
      'Reviews what another person opened: an owner who works with the child, or a reviewer of either agency. ' +
      'Errors: NOT_FOUND, CONFLICT, AGENCY_UNAVAILABLE (granska nödöppning).',
  })
  reviewBreakGlass(
    @Arg('input', () => ReviewBreakGlassInput) input: ReviewBreakGlassInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredGlass> {
    assertOpenTo(context, 'Mutation.reviewBreakGlass');
    const review = { approved: input.approved, comment: readText(input.comment, 'comment') };
    return reviewGlass(context, readText(input.id, 'id', { most: 100 }), review, readAttempt(key, input));
  }

  @Query(() => BreakGlassConnection, {
    description:
      'For reviewers: what was opened in emergencies, by their agency’s staff or of its data (nödöppningar).',
  })
  breakGlasses(
    @Arg('state', () => GlassStateEnum, { nullable: true, description: 'Only those (läge).' })
    state: GlassState | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 100 (antal).' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'An endCursor (fortsättning).' })
    after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<StoredGlass>> {
    assertOpenTo(context, 'Query.breakGlasses');
    return tellOf(context, listGlasses(context, { state, first, after }), ({ child }) => child);
  }

  @Query(() => OwnerNoticeConnection, {
    description: 'For an owner: what of its data was opened without its decision (underrättelser).',
  })
  ownerNotices(
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 100 (antal).' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'An endCursor (fortsättning).' })
    after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Notice>> {
    assertOpenTo(context, 'Query.ownerNotices');
    return tellOf(context, listNotices(context, { first, after }), ({ breakGlass }) => breakGlass.child);
  }
}
