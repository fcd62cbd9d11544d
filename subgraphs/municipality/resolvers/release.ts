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
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { tellOf, type Page } from '../../shared/graph/page';
import { PageInfo } from '../../shared/graph/pageInfo';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { badInput } from '../../shared/writing/badInput';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { addRelease, endRelease, listReleases, type StoredRelease } from '../release/releases';

@ObjectType({
  description: 'A completed secrecy test: these rows, to this agency, on this basis (utlämnandebeslut).',
})
export class Release {
  @Field(() => ID, { description: 'Identity of the release (beteckning).' })
  id!: string;

  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => AgencyEnum, { description: 'Who may see them (mottagare).' })
  toAgency!: Agency;

  @Field(() => [String], { description: 'Rows of the access table (rader).' })
  rows!: string[];

  @Field(() => String, { description: 'Code of the legal basis, e.g. "OSL_10_2" (grund).' })
  basis!: string;

  @Field(() => DateTimeScalar, { description: 'When it was decided; it counts from then (beslutat).' })
  releasedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: until it is withdrawn (gäller till).' })
  expiresAt!: Date | null;

  @Field(() => String, { description: 'Who decided (beslutsfattare).' })
  releasedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn (återkallat).' })
  withdrawnAt!: Date | null;
}

@ObjectType({ description: 'A place in the list (rad i listan).' })
export class ReleaseEdge {
  @Field(() => String, { description: 'For `after` (plats).' })
  cursor!: string;

  @Field(() => Release, { description: 'The release (utlämnandebeslutet).' })
  node!: Release;
}

@ObjectType({ description: 'Releases about a child, newest first (utlämnandebeslut).' })
export class ReleaseConnection {
  @Field(() => [ReleaseEdge], { description: 'This page’s (sidans).' })
  edges!: ReleaseEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more (sida).' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'What a secrecy test came to (sekretessprövning).' })
export class ReleaseInput {
  @Field(() => ID, { description: 'A child in the municipality’s charge (barn).' })
  child!: string;

  @Field(() => AgencyEnum, { description: 'POLICE or MIGRATION_AGENCY (mottagare).' })
  toAgency!: Agency;

  @Field(() => [String], {
    description: 'Rows of the access table, e.g. "municipality.description" (rader).',
  })
  rows!: string[];

  @Field(() => String, { description: 'Code of a legal basis in force, e.g. "OSL_10_2" (grund).' })
  basis!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Default: until it is withdrawn (gäller till).',
  })
  expiresAt?: string | null;
}

@InputType({ description: 'Which release ends (återkallelse).' })
export class WithdrawReleaseInput {
  @Field(() => ID, { description: 'The release (utlämnandebeslut).' })
  id!: string;
}

@Resolver(() => Release)
export class ReleaseResolver {
  @Mutation(() => Release, {
    description:
      'Records a completed secrecy test of the municipality in charge; the rows open to the agency at once. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (lämna ut).',
  })
  release(
    @Arg('input', () => ReleaseInput) input: ReleaseInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredRelease> {
    assertOpenTo(context, 'Mutation.release');
    const given = {
      child: readText(input.child, 'child', { most: 100 }),
      toAgency: input.toAgency,
      rows: [...new Set(input.rows)],
      basis: input.basis,
      expiresAt: input.expiresAt ? new Date(input.expiresAt) : null,
    };
    context.concerns(given.child);
    return addRelease(context, given, readAttempt(key, input));
  }

  @Mutation(() => Release, {
    description: 'Ends a release at once. Errors: NOT_FOUND (återkalla utlämnande).',
  })
  withdrawRelease(
    @Arg('input', () => WithdrawReleaseInput) { id }: WithdrawReleaseInput,
    // A release ends once, with or without a key.
    @Arg('idempotencyKey', () => ID, keyOptions) _key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredRelease> {
    assertOpenTo(context, 'Mutation.withdrawRelease');
    if (!/^\d{1,18}$/.test(id)) throw badInput('id', { sv: 'id är ett nummer.', en: 'An id is a number.' });
    return endRelease(context, id);
  }

  @Query(() => ReleaseConnection, {
    description:
      'What the municipality in charge has released about a child, withdrawn or not, newest first. ' +
      'Errors: NOT_FOUND (utlämnandebeslut).',
  })
  releases(
    @Arg('child', () => ID, { description: 'A child in the municipality’s charge (barn).' }) child: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 100 (antal).' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'An endCursor (fortsättning).' })
    after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<StoredRelease>> {
    assertOpenTo(context, 'Query.releases');
    const about = readText(child, 'child', { most: 100 });
    return tellOf(context, listReleases(context, about, { first, after }), () => about);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Whose officer decided (kommun).' })
  municipality(@Root() release: StoredRelease): Municipality | null {
    return toMunicipality(release.municipality);
  }
}
