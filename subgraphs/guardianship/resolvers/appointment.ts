import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { HeldIdentityInput } from '../../shared/graph/heldIdentity';
import { DateScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readIdentity } from '../../shared/writing/readIdentity';
import { readOptionalText } from '../../shared/writing/readOptionalText';
import { readPastDate } from '../../shared/writing/readPastDate';
import { readText } from '../../shared/writing/readText';
import { appoint } from '../appointing/appoint';
import { endGuardianship } from '../appointing/endGuardianship';
import { readOwnGuardianship } from '../loaders';
import {
  GuardianshipEndReasonEnum,
  GuardianshipKindEnum,
  type GuardianshipEndReason,
  type GuardianshipKind,
} from '../vocabulary';
import { Guardianship } from './guardianship';

@InputType({ description: 'Who is appointed to act for a child (förordnande).' })
export class AppointGuardianInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => HeldIdentityInput, {
    nullable: true,
    description: 'Needed unless the boards’ register has the child already (identitet).',
  })
  identity?: HeldIdentityInput | null;

  @Field(() => GuardianshipKindEnum, { description: 'The kind (ställföreträdarens slag).' })
  kind!: GuardianshipKind;

  @Field(() => String, { description: 'The guardian’s `sub` in the token (god mans e-legitimation).' })
  guardianPrincipal!: string;

  @Field(() => String, { description: 'The guardian’s name (namn).' })
  guardianName!: string;

  @Field(() => String, { nullable: true, description: 'Telephone (telefon).' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail (e-post).' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the board is reached, as a function, no person (funktionskontakt).',
  })
  boardContact?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today (förordnad).' })
  appointedOn?: string | null;
}

@InputType({ description: 'That a guardianship ends (upphörande).' })
export class EndGuardianshipInput {
  @Field(() => ID, { description: 'A child whom the board supervises (barn).' })
  child!: string;

  @Field(() => GuardianshipEndReasonEnum, { description: 'Why (skäl).' })
  reason!: GuardianshipEndReason;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day it no longer is in force. Default: today (upphör).',
  })
  endedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only with AGE_DECISION: the day of the board’s own decision on age (beslut om ålder).',
  })
  adultDecidedOn?: string | null;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@Resolver()
export class AppointmentResolver {
  @Mutation(() => Guardianship, {
    description:
      'Appoints a guardian; the board’s own appointment in force ends the same day. ' +
      'Errors: BAD_USER_INPUT, CONFLICT while another board has one in force (förordna god man).',
  })
  async appointGuardian(
    @Arg('input', () => AppointGuardianInput) input: AppointGuardianInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Guardianship> {
    assertOpenTo(context, 'Mutation.appointGuardian');
    const given = {
      child: readText(input.child, 'child', { most: 100 }),
      identity: input.identity ? readIdentity(input.identity, 'identity', context.now) : null,
      kind: input.kind,
      guardianPrincipal: readText(input.guardianPrincipal, 'guardianPrincipal', { most: 200 }),
      guardianName: readText(input.guardianName, 'guardianName', { most: 200 }),
      phone: readOptionalText(input.phone, 'phone', { most: 50 }),
      email: readOptionalText(input.email, 'email', { most: 200 }),
      boardContact: readOptionalText(input.boardContact, 'boardContact', { most: 200 }),
      appointedOn: readPastDate(input.appointedOn, 'appointedOn', context.now),
    };
    return readOwnGuardianship(context, await appoint(context, given, readAttempt(key, input)));
  }

  @Mutation(() => Guardianship, {
    description:
      'Ends a guardianship. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT when none is in force (avsluta förordnande).',
  })
  async endGuardianship(
    @Arg('input', () => EndGuardianshipInput) input: EndGuardianshipInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<Guardianship> {
    assertOpenTo(context, 'Mutation.endGuardianship');
    const { adultDecidedOn } = input;
    const given = {
      child: input.child,
      reason: input.reason,
      endedOn: readPastDate(input.endedOn, 'endedOn', context.now),
      adultDecidedOn: adultDecidedOn ? readPastDate(adultDecidedOn, 'adultDecidedOn', context.now) : null,
      expectedVersion: input.expectedVersion ?? null,
    };
    return readOwnGuardianship(context, await endGuardianship(context, given, readAttempt(key, input)));
  }
}
