import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { DateScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import type { ChildRow } from '../../shared/loading/rowLoader';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { readPastDate } from '../../shared/writing/readPastDate';
import { AgeAssessmentMethodEnum, type AgeAssessmentMethod } from '../vocabulary';
import { decideAge } from '../writing/decideAge';
import { readBirthDate } from '../writing/readClaims';
import { Child } from './child';

@InputType({ description: 'A decision on age (åldersbeslut).' })
export class RecordAgeDecisionInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => AgencyEnum, {
    defaultValue: 'MIGRATION_AGENCY',
    description: 'Who decided: the agency itself, or another that notified it (beslutande myndighet).',
  })
  authority!: Agency;

  @Field(() => Boolean, { description: 'Decided to be 18 or older (vuxen).' })
  adult!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the decision. Default: today (beslutsdatum).',
  })
  decidedOn?: string | null;

  @Field(() => AgeAssessmentMethodEnum, { nullable: true, description: 'What it rests on (underlag).' })
  method?: AgeAssessmentMethod | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Applies until the asylum decision (tillfälligt beslut, UtlL 13:17).',
  })
  provisional!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The date of birth registered with the agency’s own decision (nytt födelsedatum).',
  })
  birthDate?: string | null;
}

@Resolver()
export class AgeDecisionResolver {
  @Mutation(() => Child, {
    description:
      'Records a decision on age. The agency’s own counts for assignment and responsibility, another’s for that ' +
      'authority alone. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera åldersbeslut).',
  })
  async recordAgeDecision(
    @Arg('input', () => RecordAgeDecisionInput) input: RecordAgeDecisionInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<ChildRow> {
    assertOpenTo(context, 'Mutation.recordAgeDecision');
    const { child, authority, adult, method = null, provisional, birthDate } = input;
    const decision = {
      child,
      authority,
      adult,
      method,
      provisional,
      decidedOn: readPastDate(input.decidedOn, 'decidedOn', context.now),
      birthDate: birthDate ? readBirthDate(birthDate, 'birthDate', context.now) : null,
    };
    return context.ownChild(await decideAge(context, decision, readAttempt(key, input)));
  }
}
