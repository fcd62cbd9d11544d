import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Agency, Role } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { PageInfo } from '../../shared/graph/pageInfo';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { glassStateOf, reviewDueAt, type GlassState } from '../disclosure/glassState';
import { GlassStateEnum } from '../disclosure/vocabulary';
import type { BreakGlass as StoredGlass } from '../entities/breakGlass';
import { RoleEnum } from '../vocabulary';

@ObjectType({
  description: 'Rows about a child that somebody opened in an emergency, for an hour (nödöppning).',
})
export class BreakGlass {
  @Field(() => ID, { description: 'Identity of the opening (beteckning).' })
  id!: string;

  @Field(() => ID, { description: 'The child’s opaque reference, as it was given (barn).' })
  child!: string;

  @Field(() => [String], { description: 'Rows of the access table (rader).' })
  rows!: string[];

  @Field(() => [AgencyEnum], { description: 'Who holds them and has been told (ägare).' })
  owners!: Agency[];

  @Field(() => String, { description: 'Why (skäl).' })
  reason!: string;

  @Field(() => RoleEnum, { description: 'The role of whoever opened (roll).' })
  role!: Role;

  @Field(() => AgencyEnum, { description: 'Their agency (myndighet).' })
  agency!: Agency;

  @Field(() => String, { description: 'Their own case (ärendenummer).' })
  caseReference!: string;

  @Field(() => DateTimeScalar, { description: 'When it was opened (öppnad).' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'An hour later; sooner when a reviewer disapproves (öppen till).',
  })
  openUntil!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed (granskad).' })
  reviewedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'By whom (granskare).' })
  reviewedBy!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was found justified (godkänd).' })
  approved!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The reviewer’s words (kommentar).' })
  comment!: string | null;
}

@Resolver(() => BreakGlass)
export class BreakGlassFields {
  @FieldResolver(() => ID, { description: 'Who opened it, as their token says (vem).' })
  openedBy(@Root() glass: StoredGlass): string {
    return glass.principal;
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Their municipality (kommun).' })
  municipality(@Root() glass: StoredGlass): Municipality | null {
    return toMunicipality(glass.municipality);
  }

  @FieldResolver(() => GlassStateEnum, { description: 'Where the review stands now (läge).' })
  state(@Root() glass: StoredGlass, @Ctx() context: SubgraphContext): GlassState {
    return glassStateOf(glass, context.now);
  }

  @FieldResolver(() => DateTimeScalar, {
    description: 'When a second person must have reviewed it (granskas senast).',
  })
  reviewDueAt(@Root() glass: StoredGlass): Date {
    return reviewDueAt(glass.openedAt);
  }
}

@ObjectType({ description: 'A place in the list (rad i listan).' })
export class BreakGlassEdge {
  @Field(() => String, { description: 'For `after` (plats).' })
  cursor!: string;

  @Field(() => BreakGlass, { description: 'The opening (nödöppningen).' })
  node!: BreakGlass;
}

@ObjectType({ description: 'Broken glasses, newest first (nödöppningar).' })
export class BreakGlassConnection {
  @Field(() => [BreakGlassEdge], { description: 'This page’s (sidans).' })
  edges!: BreakGlassEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more (sida).' })
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'Tells an owner that its data were opened without its decision (underrättelse).' })
export class OwnerNotice {
  @Field(() => ID, { description: 'Identity of the notice (beteckning).' })
  id!: string;

  @Field(() => AgencyEnum, { description: 'Whose data (ägare).' })
  owner!: Agency;

  @Field(() => DateTimeScalar, { description: 'When it was written (tidpunkt).' })
  noticedAt!: Date;

  @Field(() => BreakGlass, { description: 'What was opened, by whom and why (nödöppningen).' })
  breakGlass!: BreakGlass;
}

@ObjectType({ description: 'A place in the list (rad i listan).' })
export class OwnerNoticeEdge {
  @Field(() => String, { description: 'For `after` (plats).' })
  cursor!: string;

  @Field(() => OwnerNotice, { description: 'The notice (underrättelsen).' })
  node!: OwnerNotice;
}

@ObjectType({ description: 'Notices to an owner, newest first (underrättelser).' })
export class OwnerNoticeConnection {
  @Field(() => [OwnerNoticeEdge], { description: 'This page’s (sidans).' })
  edges!: OwnerNoticeEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more (sida).' })
  pageInfo!: PageInfo;
}
