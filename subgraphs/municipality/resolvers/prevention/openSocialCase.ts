import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/context';
import { HeldIdentityInput } from '../../../shared/graph/heldIdentity';
import { DateScalar } from '../../../shared/graph/scalars';
import { assertOpenTo } from '../../../shared/writing/assertOpenTo';
import { keyOptions } from '../../../shared/writing/keyOptions';
import { readAttempt } from '../../../shared/writing/once';
import { readIdentity } from '../../../shared/writing/readIdentity';
import { readOptionalText } from '../../../shared/writing/readOptionalText';
import { readPastDate } from '../../../shared/writing/readPastDate';
import { readText } from '../../../shared/writing/readText';
import { openCase } from '../../prevention/openCase';
import { findCase } from '../../lifecycle/findCase';
import { SocialCase } from '../socialCase';

@InputType({ description: 'A case that the municipality opens about a child (ärende).' })
export class OpenSocialCaseInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The child’s reference; left out for a child that no agency has one for yet (barn).',
  })
  child?: string | null;

  @Field(() => HeldIdentityInput, {
    nullable: true,
    description: 'Needed unless the municipalities’ register has the child already (identitet).',
  })
  identity?: HeldIdentityInput | null;

  @Field(() => String, { description: 'The municipality’s own number (diarienummer).' })
  caseNumber!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Default: today (öppnat).' })
  openedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The social worker (ansvarig socialsekreterare).' })
  socialWorkerName?: string | null;

  @Field(() => String, { nullable: true, description: 'The social worker’s telephone (telefon).' })
  socialWorkerPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit, as a function (enhet).' })
  unit?: string | null;
}

@Resolver()
export class OpenSocialCaseResolver {
  @Mutation(() => SocialCase, {
    description:
      'Opens the municipality’s case; the child is in its register from then, and found by a search at once. ' +
      'Errors: BAD_USER_INPUT, CONFLICT while another municipality is in charge and has not handed over (öppna ärende).',
  })
  async openSocialCase(
    @Arg('input', () => OpenSocialCaseInput) input: OpenSocialCaseInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<SocialCase> {
    assertOpenTo(context, 'Mutation.openSocialCase');
    const given = {
      child: readOptionalText(input.child, 'child', { most: 100 }),
      identity: input.identity ? readIdentity(input.identity, 'identity', context.now) : null,
      caseNumber: readText(input.caseNumber, 'caseNumber', { most: 100 }),
      openedOn: readPastDate(input.openedOn, 'openedOn', context.now),
      socialWorkerName: readOptionalText(input.socialWorkerName, 'socialWorkerName', { most: 200 }),
      socialWorkerPhone: readOptionalText(input.socialWorkerPhone, 'socialWorkerPhone', { most: 50 }),
      unit: readOptionalText(input.unit, 'unit', { most: 200 }),
    };
    return findCase(context, await openCase(context, given, readAttempt(key, input)));
  }
}
