import { Arg, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Text } from '../../../schema/protocol/text';
import { LanguageEnum, type Language } from '../graph/vocabulary';
import type { Answers, Form } from './form';

@Directive('@shareable')
@ObjectType({ description: 'An answer in a form of the county plans (svar i ett formulär).' })
export class FormAnswer {
  @Field(() => ID, { description: 'The field of the form’s input (fråga).' })
  question!: string;

  @Field(() => [String], { description: 'What was answered; true and false as such (svar).' })
  answer!: string[];
}

type StoredAnswer = FormAnswer & { readonly asked: Text };

@Resolver(() => FormAnswer)
export class FormAnswerResolver {
  @FieldResolver(() => String, { description: 'The question in words (frågan i ord).' })
  label(
    @Root() { asked }: StoredAnswer,
    @Arg('language', () => LanguageEnum, { defaultValue: 'SV' }) language: Language,
  ): string {
    return language === 'SV' ? asked.sv : asked.en;
  }
}

/** The answers in the order of the form. */
export function toFormAnswers({ questions }: Form, answers: Answers): StoredAnswer[] {
  return questions.flatMap(({ name, label }) => {
    const answer = answers[name];
    return answer === undefined
      ? []
      : [{ question: name, asked: label, answer: [answer].flat().map(String) }];
  });
}
