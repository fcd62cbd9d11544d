import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar } from '../../shared/graph/scalars';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { expectedVersionOptions } from '../../shared/writing/assertVersion';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readText } from '../../shared/writing/readText';
import { localDate } from '../../shared/time/stockholm';
import { closeCase } from '../lifecycle/closeCase';
import { consultGuardian, readConsultationNote } from '../lifecycle/consultGuardian';
import { findCase } from '../lifecycle/findCase';
import { GuardianOpinionEnum, type GuardianOpinion } from '../lifecycleWords';
import { SocialCase } from './socialCase';

@InputType({ description: 'The guardian was asked about closing the case (samråd med god man).' })
export class RecordGuardianConsultationInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today in Stockholm (samrådsdag).' })
  consultedOn?: string | null;

  @Field(() => GuardianOpinionEnum, { description: 'What the guardian says (inställning).' })
  opinion!: GuardianOpinion;

  @Field(() => String, { nullable: true, description: 'Demanded with OBJECTS and NO_GUARDIAN (skäl).' })
  note?: string | null;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@InputType({ description: 'Social services close their case about a child (avslut).' })
export class CloseSocialCaseInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => Int, expectedVersionOptions)
  expectedVersion?: number | null;
}

@Resolver()
export class ClosingMutationsResolver {
  @Mutation(() => SocialCase, {
    description:
      'Records what the guardian says about closing the case. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera samråd).',
  })
  async recordGuardianConsultation(
    @Arg('input', () => RecordGuardianConsultationInput) input: RecordGuardianConsultationInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<SocialCase> {
    assertOpenTo(context, 'Mutation.recordGuardianConsultation');
    const consultation = {
      child: readText(input.child, 'child', { most: 100 }),
      consultedOn: input.consultedOn ?? localDate(context.now),
      opinion: input.opinion,
      note: readConsultationNote(input.opinion, input.note),
      expectedVersion: input.expectedVersion ?? null,
    };
    const id = await changeOnce(context, 'recordGuardianConsultation', readAttempt(key, input), (change) =>
      consultGuardian(change, consultation, context),
    );
    return findCase(context, id);
  }

  @Mutation(() => SocialCase, {
    description:
      'Closes the case today. Errors: CLOSE_TOO_EARLY until three calendar months from the absconding, unless the child is found or confirmed abroad; GUARDIAN_NOT_CONSULTED; NOT_FOUND, CONFLICT (avsluta ärende).',
  })
  async closeSocialCase(
    @Arg('input', () => CloseSocialCaseInput) input: CloseSocialCaseInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<SocialCase> {
    assertOpenTo(context, 'Mutation.closeSocialCase');
    const child = readText(input.child, 'child', { most: 100 });
    const id = await changeOnce(context, 'closeSocialCase', readAttempt(key, input), (change) =>
      closeCase(change, { child, expectedVersion: input.expectedVersion ?? null }, context),
    );
    return findCase(context, id);
  }
}
