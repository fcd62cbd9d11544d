import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Municipality, toMunicipality } from '../../shared/graph/municipality';
import { DateScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';
import { GuardianOpinionEnum, type GuardianOpinion } from '../lifecycleWords';
import { SocialCaseStatusEnum, type SocialCaseStatus } from '../vocabulary';

@ObjectType({ description: 'A municipality’s latest case about the child (ärende hos socialtjänsten).' })
export class SocialCase {
  @Field(() => SocialCaseStatusEnum, { nullable: true, description: 'Ongoing or closed (status).' })
  status?: SocialCaseStatus | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was opened (öppnat).' })
  openedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was closed (avslutat).' })
  closedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The municipality’s own number (diarienummer).' })
  caseNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'The social worker (ansvarig socialsekreterare).' })
  socialWorkerName?: string | null;

  @Field(() => String, { nullable: true, description: 'The social worker’s telephone (telefon).' })
  socialWorkerPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit that handles the case (enhet).' })
  unit?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the guardian was asked before closing (samråd med god man).',
  })
  guardianConsultedOn?: string | null;

  @Field(() => GuardianOpinionEnum, {
    nullable: true,
    description: 'What the guardian says about closing (god mans inställning).',
  })
  guardianOpinion?: GuardianOpinion | null;

  @Field(() => String, { nullable: true, description: 'In the guardian’s words (skäl).' })
  guardianOpinionNote?: string | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}

@Resolver(() => SocialCase)
export class SocialCaseResolver {
  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'The municipality that has the case (kommun).',
  })
  municipality(@Root('municipality') code: string | null): Municipality | null {
    return toMunicipality(code);
  }
}
