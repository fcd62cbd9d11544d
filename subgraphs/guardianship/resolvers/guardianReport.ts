import { Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Answers } from '../../shared/forms/form';
import { FormAnswer, toFormAnswers } from '../../shared/forms/formAnswer';
import { DateTimeScalar } from '../../shared/graph/scalars';
import { abscondingForm, returnForm } from '../forms';
import { GuardianReportKindEnum, type GuardianReportKind } from '../vocabulary';

@ObjectType({
  description: 'What a guardian told the board of a child that had gone, or was back (god mans rapport).',
})
export class GuardianReport {
  @Field(() => ID, { description: 'Identity of the report (beteckning).' })
  id!: string;

  @Field(() => GuardianReportKindEnum, { description: 'Which form (formulär).' })
  kind!: GuardianReportKind;

  @Field(() => DateTimeScalar, { description: 'When the child disappeared, or was found or back (när).' })
  happenedAt!: string;

  @Field(() => DateTimeScalar, { description: 'When the board got it (mottagen).' })
  receivedAt!: string;
}

@Resolver(() => GuardianReport)
export class GuardianReportResolver {
  @FieldResolver(() => [FormAnswer], { description: 'The answers to the board’s questions (svar).' })
  answers(@Root() { kind, answers }: GuardianReport & { readonly answers: Answers }): FormAnswer[] {
    return toFormAnswers(kind === 'ABSCONDING' ? abscondingForm : returnForm, answers);
  }
}
