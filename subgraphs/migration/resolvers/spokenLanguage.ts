import { Arg, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { LanguageEnum, type Language } from '../../shared/graph/vocabulary';

@ObjectType({ description: 'A language the child speaks (språk).' })
export class SpokenLanguage {
  @Field(() => String, { description: 'ISO 639, two letters or three, e.g. "ti", "prs" (språkkod).' })
  code!: string;

  @Field(() => Boolean, { description: 'An interpreter is needed (tolkbehov).' })
  interpreterNeeded!: boolean;
}

@Resolver(() => SpokenLanguage)
export class SpokenLanguageResolver {
  @FieldResolver(() => String, {
    description: 'The language’s name; its code when it has no name (språkets namn).',
  })
  name(
    @Root() spoken: SpokenLanguage,
    @Arg('language', () => LanguageEnum, { nullable: true, defaultValue: 'SV' }) language: Language | null,
  ): string {
    return names[language ?? 'SV'].of(spoken.code) ?? spoken.code;
  }
}

const names: Record<Language, Intl.DisplayNames> = {
  SV: new Intl.DisplayNames('sv', { type: 'language' }),
  EN: new Intl.DisplayNames('en', { type: 'language' }),
};
