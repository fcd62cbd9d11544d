import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Agency } from '../../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../../shared/context';
import { DateTimeScalar } from '../../../shared/graph/scalars';
import { AgencyEnum } from '../../../shared/graph/vocabulary';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { badInput } from '../../../shared/writing/badInput';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import {
  assessProtection,
  closeInvestigation,
  decideInvestigation,
  informReporter,
  type StoredProtection,
} from '../../concern/protection';
import { listConcerns, type StoredConcern } from '../../concern/readConcerns';
import { ConcernOutcomeEnum, type ConcernOutcome } from '../../preventionWords';

@ObjectType({ description: 'A name as the reporter gave it (namn).' })
export class ConcernName {
  @Field(() => String, { nullable: true, description: 'Given names (förnamn).' })
  given?: string | null;

  @Field(() => String, { nullable: true, description: 'Family names (efternamn).' })
  family?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole name (hela namnet).' })
  full?: string | null;
}

@ObjectType({ description: 'A report of concern to the caller’s municipality (orosanmälan).' })
export class Concern {
  @Field(() => ID, { description: 'Its reference (beteckning).' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The child of the register that is meant (barn).' })
  child!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came in (inkommen).' })
  receivedAt!: Date;

  @Field(() => Boolean, { description: 'Cannot wait for the morning (brådskande).' })
  urgent!: boolean;

  @Field(() => String, { description: 'What gives concern (oro).' })
  text!: string;

  @Field(() => [ConcernName], { description: 'Names the child goes by (namn).' })
  names!: readonly ConcernName[];

  @Field(() => Int, { nullable: true, description: 'Age in years (ålder).' })
  age!: number | null;

  @Field(() => String, { nullable: true, description: 'How the child looks (utseende).' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child is, or was seen (vistelseplats).' })
  whereabouts!: string | null;

  @Field(() => AgencyEnum, { description: 'From where it came; the reporter’s side is secret (OSL 40:7 g).' })
  reporterAgency!: Agency;

  @Field(() => String, { nullable: true, description: 'Where the reporter may be reached (kontakt).' })
  contact!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the need of immediate protection was assessed (skyddsbedömning).',
  })
  assessedAt!: Date | null;
}

@ObjectType({ description: 'What is done about a concern: protection assessed, investigation (SoL 20).' })
export class ProtectionCase {
  @Field(() => ID, { description: 'Its number (beteckning).' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When the concern came in (inkommen).' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Immediate protection assessed (skyddsbedömning).',
  })
  assessedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Decided on an investigation (beslut).' })
  decidedAt!: Date | null;

  @Field(() => ConcernOutcomeEnum, { nullable: true, description: 'What was decided (utfall).' })
  outcome!: ConcernOutcome | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The investigation was opened (utredning inledd).',
  })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The investigation was closed (utredning avslutad).',
  })
  closedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Whoever reported was told what came of it (återkoppling, SoL 19:6).',
  })
  reporterToldAt!: Date | null;
}

@InputType({
  description: 'The assessment of immediate protection, made at once (skyddsbedömning, SoL 20:1).',
})
export class AssessProtectionInput {
  @Field(() => ID, { description: 'A report to the municipality (orosanmälan).' })
  concern!: string;

  @Field(() => ID, { nullable: true, description: 'Whom it is about. Default: whom it names (barn).' })
  child?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (tidpunkt).' })
  assessedAt?: string | null;
}

@InputType({ description: 'Whether an investigation is opened, within 14 days (SoL 20:2).' })
export class DecideInvestigationInput {
  @Field(() => ID, { description: 'As `assessProtection` gave it (beteckning).' })
  id!: string;

  @Field(() => Boolean, { description: 'Open one, or join the one under way (inled utredning).' })
  open!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (tidpunkt).' })
  decidedAt?: string | null;
}

@InputType({ description: 'That an investigation is finished, within four months (SoL 20:3).' })
export class CloseInvestigationInput {
  @Field(() => ID, { description: 'As `assessProtection` gave it (beteckning).' })
  id!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (tidpunkt).' })
  closedAt?: string | null;
}

@InputType({ description: 'That whoever reported was told what came of it, within a week (SoL 19:6).' })
export class InformReporterInput {
  @Field(() => ID, { description: 'As `assessProtection` gave it (beteckning).' })
  id!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now (tidpunkt).' })
  informedAt?: string | null;
}

const mostConcerns = 100;

@Resolver()
export class ConcernsResolver {
  @Query(() => [Concern], {
    description: 'Reports to the caller’s municipality that are not decided on, the urgent first (inkorg).',
  })
  concerns(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredConcern[]> {
    assertOpenTo(context, 'Query.concerns');
    if (first < 1 || first > mostConcerns) {
      throw badInput('first', {
        sv: `first ska vara 1–${mostConcerns}.`,
        en: `first must be 1–${mostConcerns}.`,
      });
    }
    return listConcerns(context, first);
  }

  @Mutation(() => ProtectionCase, {
    description:
      'Records that the need of immediate protection was assessed, and whom the report is about. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (skyddsbedömning).',
  })
  assessProtection(
    @Arg('input', () => AssessProtectionInput) input: AssessProtectionInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredProtection> {
    assertOpenTo(context, 'Mutation.assessProtection');
    const given = {
      concern: input.concern,
      child: input.child ?? null,
      assessedAt: readInstant(input.assessedAt, context.now),
    };
    return assessProtection(context, given, readAttempt(key, input));
  }

  @Mutation(() => ProtectionCase, {
    description:
      'Decides whether an investigation is opened; where one is under way, the report joins it. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (besluta om utredning).',
  })
  decideInvestigation(
    @Arg('input', () => DecideInvestigationInput) input: DecideInvestigationInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredProtection> {
    assertOpenTo(context, 'Mutation.decideInvestigation');
    const { id, open } = input;
    const given = { id, open, decidedAt: readInstant(input.decidedAt, context.now) };
    return decideInvestigation(context, given, readAttempt(key, input));
  }

  @Mutation(() => ProtectionCase, {
    description: 'Closes an investigation. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (avsluta utredning).',
  })
  closeInvestigation(
    @Arg('input', () => CloseInvestigationInput) input: CloseInvestigationInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredProtection> {
    assertOpenTo(context, 'Mutation.closeInvestigation');
    const given = { id: input.id, closedAt: readInstant(input.closedAt, context.now) };
    return closeInvestigation(context, given, readAttempt(key, input));
  }

  @Mutation(() => ProtectionCase, {
    description:
      'Records that whoever reported was told; reading the receipt in the hub does it by itself. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (återkoppling till anmälare).',
  })
  informReporter(
    @Arg('input', () => InformReporterInput) input: InformReporterInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<StoredProtection> {
    assertOpenTo(context, 'Mutation.informReporter');
    const given = { id: input.id, informedAt: readInstant(input.informedAt, context.now) };
    return informReporter(context, given, readAttempt(key, input));
  }
}

function readInstant(value: string | null | undefined, now: Date): Date {
  return value ? new Date(value) : now;
}
