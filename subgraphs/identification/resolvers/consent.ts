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
import type { ConsentGiver } from '../../../schema/protocol/attestation';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { PageInfo } from '../../shared/graph/pageInfo';
import { DateScalar, DateTimeScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { localDate } from '../../shared/time/stockholm';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { checkConsent } from '../disclosure/checkConsent';
import { valueOf } from '../disclosure/checked';
import { addConsent, endConsent, listConsents, type GivenConsent } from '../disclosure/consents';
import { attestOwnChild } from '../disclosure/ownChild';
import { tellOf, type Page } from '../../shared/graph/page';
import { ConsentGiverEnum } from '../disclosure/vocabulary';
import type { Consent as StoredConsent } from '../entities/consent';
import { keyOptions } from '../../shared/writing/keyOptions';

@ObjectType({ description: 'That a child or its guardian lets an agency see certain facts (samtycke).' })
export class Consent {
  @Field(() => ID, { description: 'Identity of the consent (beteckning).' })
  id!: string;

  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => ConsentGiverEnum, { description: 'Who consented (vem).' })
  givenBy!: ConsentGiver;

  @Field(() => [String], { description: 'Rows of the access table that it covers (rader).' })
  rows!: string[];

  @Field(() => AgencyEnum, { description: 'Who may see them (mottagare).' })
  toAgency!: Agency;

  @Field(() => DateScalar, { description: 'When it was given (lämnat).' })
  givenOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: until it is withdrawn (gäller till).' })
  validTo!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn (återkallat).' })
  withdrawnAt!: Date | null;
}

@ObjectType({ description: 'A place in the list (rad i listan).' })
export class ConsentEdge {
  @Field(() => String, { description: 'For `after` (plats).' })
  cursor!: string;

  @Field(() => Consent, { description: 'The consent (samtycket).' })
  node!: Consent;
}

@ObjectType({ description: 'Consents about a child, newest first (samtycken).' })
export class ConsentConnection {
  @Field(() => [ConsentEdge], { description: 'This page’s (sidans).' })
  edges!: ConsentEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more (sida).' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'A consent that was given to the caller (samtycke).' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'A child who is the caller’s own case or ward (barn).' })
  child!: string;

  @Field(() => ConsentGiverEnum, { description: 'From 15 the child is among them (vem).' })
  givenBy!: ConsentGiver;

  @Field(() => [String], {
    description: 'Rows of the access table, e.g. "migration.asylumDecision" (rader).',
  })
  rows!: string[];

  @Field(() => AgencyEnum, { description: 'Who may see them (mottagare).' })
  toAgency!: Agency;

  @Field(() => MunicipalityCodeScalar, {
    nullable: true,
    description: 'Which municipality, when a municipality may see them. Default: the caller’s own (kommun).',
  })
  toMunicipality?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today (lämnat).' })
  givenOn?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Default: until it is withdrawn (gäller till).',
  })
  validTo?: string | null;
}

@InputType({ description: 'Which consent ends (återkallelse).' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: 'The consent (samtycke).' })
  id!: string;
}

@Resolver(() => Consent)
export class ConsentResolver {
  @Mutation(() => Consent, {
    description:
      'Records a consent about a child of the caller’s own. Under 15 the guardian consents, from 15 the child itself. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, AGENCY_UNAVAILABLE (registrera samtycke).',
  })
  recordConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredConsent> {
    assertOpenTo(context, 'Mutation.recordConsent');
    const child = readText(input.child, 'child', { most: 100 });
    context.concerns(child);
    return addConsent(context, () => prepare(context, child, input), readAttempt(key, input));
  }

  @Mutation(() => Consent, {
    description: 'Ends a consent at once. Errors: NOT_FOUND, AGENCY_UNAVAILABLE (återkalla samtycke).',
  })
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput) input: WithdrawConsentInput,
    // A consent ends once, with or without a key.
    @Arg('idempotencyKey', () => ID, keyOptions) _key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredConsent> {
    assertOpenTo(context, 'Mutation.withdrawConsent');
    return endConsent(context, readText(input.id, 'id', { most: 100 }));
  }

  @Query(() => ConsentConnection, {
    description:
      'What was consented to about a child of the caller’s own, withdrawn or not, newest first. ' +
      'Errors: NOT_FOUND, AGENCY_UNAVAILABLE (samtycken).',
  })
  consents(
    @Arg('child', () => ID, { description: 'The child’s opaque reference (barn).' }) child: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 100 (antal).' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'An endCursor (fortsättning).' })
    after: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<StoredConsent>> {
    assertOpenTo(context, 'Query.consents');
    const about = readText(child, 'child', { most: 100 });
    return tellOf(context, listConsents(context, about, { first, after }), () => about);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether the child was 15 when it was recorded; null: no authority knows (fyllt 15).',
  })
  childIsFifteen(@Root() consent: StoredConsent): boolean | null {
    return consent.fifteen;
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'Which municipality may see them (kommun).',
  })
  toMunicipality(@Root() consent: StoredConsent): Municipality | null {
    return toMunicipality(consent.toMunicipality);
  }
}

async function prepare(
  context: SubgraphContext,
  child: string,
  input: RecordConsentInput,
): Promise<GivenConsent> {
  const { now, assertion } = context;
  const { fifteen } = await attestOwnChild(context, child);
  const today = localDate(now);
  const ownMunicipality = input.toAgency === 'MUNICIPALITY' ? assertion.principal.municipality : null;
  const given = {
    child,
    fifteen,
    givenBy: input.givenBy,
    rows: [...new Set(input.rows)],
    toAgency: input.toAgency,
    toMunicipality: input.toMunicipality ?? ownMunicipality,
    givenOn: input.givenOn ?? today,
    validTo: input.validTo ? new Date(input.validTo) : null,
  };
  return valueOf(checkConsent(given, today, now));
}
